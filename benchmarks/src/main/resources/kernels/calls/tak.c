// Takeuchi's function at (18 or 19, 12, 6), n times.
#include "../kernel.h"

static __attribute__((noinline)) int tak(int x, int y, int z) {
  return y >= x ? z : tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
}

EXPORT(run) int run(int n) {
  int sum = 0;
  for (int i = 0; i < n; i++) {
    sum += tak(18 + i % 2, 12, 6);
  }
  return sum;
}
