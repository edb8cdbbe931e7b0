// The number of code points in 16 KiB of UTF-8, n times: bytes that continue none.
#include "../kernel.h"
#include "lanes.h"

#define SIZE 16384

static int8_t text[SIZE];

static int length(void) {
#ifdef __wasm_simd128__
  v128_t sums = wasm_i32x4_splat(0), last = wasm_i8x16_splat(-65);
  for (int i = 0; i < SIZE; i += 16) {
    v128_t starts = wasm_v128_and(wasm_i8x16_gt(wasm_v128_load(text + i), last), wasm_i8x16_splat(1));
    sums = wasm_i32x4_add(sums, wasm_u32x4_extadd_pairwise_u16x8(wasm_u16x8_extadd_pairwise_u8x16(starts)));
  }
  return wasm_i32x4_extract_lane(sums, 0) + wasm_i32x4_extract_lane(sums, 1) +
         wasm_i32x4_extract_lane(sums, 2) + wasm_i32x4_extract_lane(sums, 3);
#else
  int count = 0;
  for (int i = 0; i < SIZE; i++) {
    count += text[i] > -65;
  }
  return count;
#endif
}

EXPORT(run) int run(int n) {
  uint32_t seed = 31;
  for (int i = 0; i < SIZE; i++) {
    text[i] = next_random(&seed);
  }
  uint32_t sum = 0;
  for (int round = 0; round < n; round++) {
    text[round % SIZE] = round;
    sum = sum * 31 + length();
  }
  return sum;
}
