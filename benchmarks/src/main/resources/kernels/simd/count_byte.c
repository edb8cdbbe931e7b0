// How often a byte occurs in 16 KiB, n times.
#include "../kernel.h"
#include "lanes.h"

#define SIZE 16384

static uint8_t text[SIZE];

static int count(uint8_t wanted) {
  int count = 0;
#ifdef __wasm_simd128__
  v128_t pattern = wasm_i8x16_splat(wanted);
  for (int i = 0; i < SIZE; i += 16) {
    count += __builtin_popcount(wasm_i8x16_bitmask(wasm_i8x16_eq(wasm_v128_load(text + i), pattern)));
  }
#else
  for (int i = 0; i < SIZE; i++) {
    count += text[i] == wanted;
  }
#endif
  return count;
}

EXPORT(run) int run(int n) {
  uint32_t seed = 29;
  for (int i = 0; i < SIZE; i++) {
    text[i] = next_random(&seed);
  }
  uint32_t sum = 0;
  for (int round = 0; round < n; round++) {
    sum = sum * 31 + count(round);
  }
  return sum;
}
