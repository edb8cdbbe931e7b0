// Ackermann's function at (3, n): deep recursion.
#include "../kernel.h"

static __attribute__((noinline)) int ackermann(int m, int n) {
  if (m == 0) {
    return n + 1;
  }
  return n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}

EXPORT(run) int run(int n) { return ackermann(3, n); }
