// Modular powers below a prime of 32 bits, n of them.
#include "../kernel.h"

#define PRIME 4294967291u

static uint64_t power(uint64_t base, uint32_t exponent) {
  uint64_t result = 1;
  for (; exponent; exponent >>= 1) {
    if (exponent & 1) {
      result = result * base % PRIME;
    }
    base = base * base % PRIME;
  }
  return result;
}

EXPORT(run) int run(int n) {
  uint64_t sum = 0;
  for (int i = 0; i < n; i++) {
    sum += power(i + 2, PRIME - 2 - i);
  }
  return sum;
}
