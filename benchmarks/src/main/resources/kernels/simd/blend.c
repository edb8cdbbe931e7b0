// An image of 16 KiB blended over another one, n times.
#include "../kernel.h"
#include "lanes.h"

#define SIZE 16384

static uint8_t front[SIZE], back[SIZE];

static void blend(int alpha) {
#ifdef __wasm_simd128__
  v128_t much = wasm_i16x8_splat(alpha), rest = wasm_i16x8_splat(256 - alpha);
  for (int i = 0; i < SIZE; i += 16) {
    v128_t a = wasm_v128_load(front + i), b = wasm_v128_load(back + i);
    v128_t low = wasm_i16x8_add(wasm_i16x8_mul(wasm_u16x8_extend_low_u8x16(a), much),
                                wasm_i16x8_mul(wasm_u16x8_extend_low_u8x16(b), rest));
    v128_t high = wasm_i16x8_add(wasm_i16x8_mul(wasm_u16x8_extend_high_u8x16(a), much),
                                 wasm_i16x8_mul(wasm_u16x8_extend_high_u8x16(b), rest));
    wasm_v128_store(back + i, wasm_u8x16_narrow_i16x8(wasm_u16x8_shr(low, 8), wasm_u16x8_shr(high, 8)));
  }
#else
  for (int i = 0; i < SIZE; i++) {
    back[i] = (front[i] * alpha + back[i] * (256 - alpha)) >> 8;
  }
#endif
}

EXPORT(run) int run(int n) {
  uint32_t seed = 37;
  for (int i = 0; i < SIZE; i++) {
    front[i] = next_random(&seed), back[i] = next_random(&seed);
  }
  for (int round = 0; round < n; round++) {
    front[round % SIZE] = round;
    blend(1 + round % 255);
  }
  uint32_t sum = 0;
  for (int i = 0; i < SIZE; i++) {
    sum = sum * 31 + back[i];
  }
  return sum;
}
