// The sum of the absolute differences of two blocks of 16 KiB, as video encoders want it, n times.
#include "../kernel.h"
#include "lanes.h"

#define SIZE 16384

static uint8_t a[SIZE], b[SIZE];

static uint32_t differences(void) {
#ifdef __wasm_simd128__
  v128_t sums = wasm_i32x4_splat(0);
  for (int i = 0; i < SIZE; i += 16) {
    v128_t x = wasm_v128_load(a + i), y = wasm_v128_load(b + i);
    v128_t size = wasm_v128_or(wasm_u8x16_sub_sat(x, y), wasm_u8x16_sub_sat(y, x));
    sums = wasm_i32x4_add(sums, wasm_u32x4_extadd_pairwise_u16x8(wasm_u16x8_extadd_pairwise_u8x16(size)));
  }
  return wasm_i32x4_extract_lane(sums, 0) + wasm_i32x4_extract_lane(sums, 1) +
         wasm_i32x4_extract_lane(sums, 2) + wasm_i32x4_extract_lane(sums, 3);
#else
  uint32_t sum = 0;
  for (int i = 0; i < SIZE; i++) {
    sum += a[i] < b[i] ? b[i] - a[i] : a[i] - b[i];
  }
  return sum;
#endif
}

EXPORT(run) int run(int n) {
  uint32_t seed = 43;
  for (int i = 0; i < SIZE; i++) {
    a[i] = next_random(&seed), b[i] = next_random(&seed);
  }
  uint32_t sum = 0;
  for (int round = 0; round < n; round++) {
    a[round % SIZE] = round;
    sum = sum * 31 + differences();
  }
  return sum;
}
