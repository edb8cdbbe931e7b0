// Steps to 1 of every number below n.
#include "../kernel.h"

EXPORT(run) int run(int n) {
  int sum = 0;
  for (int i = 1; i < n; i++) {
    for (uint64_t x = i; x != 1; sum++) {
      x = x & 1 ? 3 * x + 1 : x >> 1;
    }
  }
  return sum;
}
