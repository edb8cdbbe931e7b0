// 8 KiB written in hexadecimal, n times.
#include "../kernel.h"
#include "lanes.h"

#define SIZE 8192

static const char digits[] = "0123456789abcdef";
static uint8_t bytes[SIZE], text[2 * SIZE];

static void encode(void) {
#ifdef __wasm_simd128__
  v128_t table = wasm_v128_load(digits), mask = wasm_i8x16_splat(15);
  for (int i = 0; i < SIZE; i += 16) {
    v128_t all = wasm_v128_load(bytes + i);
    v128_t high = wasm_i8x16_swizzle(table, wasm_u8x16_shr(all, 4));
    v128_t low = wasm_i8x16_swizzle(table, wasm_v128_and(all, mask));
    wasm_v128_store(text + 2 * i, wasm_i8x16_shuffle(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20,
                                                     5, 21, 6, 22, 7, 23));
    wasm_v128_store(text + 2 * i + 16, wasm_i8x16_shuffle(high, low, 8, 24, 9, 25, 10, 26, 11, 27,
                                                          12, 28, 13, 29, 14, 30, 15, 31));
  }
#else
  for (int i = 0; i < SIZE; i++) {
    text[2 * i] = digits[bytes[i] >> 4];
    text[2 * i + 1] = digits[bytes[i] & 15];
  }
#endif
}

EXPORT(run) int run(int n) {
  uint32_t seed = 41;
  for (int i = 0; i < SIZE; i++) {
    bytes[i] = next_random(&seed);
  }
  uint32_t sum = 0;
  for (int round = 0; round < n; round++) {
    bytes[round % SIZE] = round;
    encode();
    sum = sum * 31 + text[round * 7 % (2 * SIZE)];
  }
  return sum;
}
