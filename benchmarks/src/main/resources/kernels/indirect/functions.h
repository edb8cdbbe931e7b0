// Sixteen functions of one type, called n times through the table; MASK says how many of them.
#include "../kernel.h"

#define FUNCTION(i) \
  static uint32_t f##i(uint32_t x) { return (x ^ (x << (i + 1))) + (i + 1) * 0x9e3779b9u; }
FUNCTION(0) FUNCTION(1) FUNCTION(2) FUNCTION(3) FUNCTION(4) FUNCTION(5) FUNCTION(6) FUNCTION(7)
FUNCTION(8) FUNCTION(9) FUNCTION(10) FUNCTION(11) FUNCTION(12) FUNCTION(13) FUNCTION(14) FUNCTION(15)

// Volatile: the compiler may not see which function a place of it holds.
static uint32_t (*volatile functions[])(uint32_t) = {f0, f1, f2,  f3,  f4,  f5,  f6,  f7,
                                                     f8, f9, f10, f11, f12, f13, f14, f15};

EXPORT(run) int run(int n) {
  uint32_t x = 1;
  for (int i = 0; i < n; i++) {
    x = functions[x >> 16 & MASK](x);
  }
  return x;
}
