// Marsaglia's generator with Vigna's multiplication, n numbers.
#include "../kernel.h"

EXPORT(run) int run(int n) {
  uint64_t x = 88172645463325252u, sum = 0;
  for (int i = 0; i < n; i++) {
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    sum += x * 0x2545f4914f6cdd1du;
  }
  return sum ^ sum >> 32;
}
