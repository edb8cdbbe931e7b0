// Products of 4 × 4 matrices of floats, 256 of them one after the other, n times.
#include "../kernel.h"
#include "lanes.h"

#define COUNT 256

static float matrices[COUNT][16], product[16];

static void multiply(const float *b) {
#ifdef __wasm_simd128__
  v128_t b0 = wasm_v128_load(b), b1 = wasm_v128_load(b + 4);
  v128_t b2 = wasm_v128_load(b + 8), b3 = wasm_v128_load(b + 12);
  for (int i = 0; i < 16; i += 4) {
    v128_t row = wasm_v128_load(product + i);
    v128_t sum = wasm_f32x4_mul(wasm_i32x4_shuffle(row, row, 0, 0, 0, 0), b0);
    sum = wasm_f32x4_add(sum, wasm_f32x4_mul(wasm_i32x4_shuffle(row, row, 1, 1, 1, 1), b1));
    sum = wasm_f32x4_add(sum, wasm_f32x4_mul(wasm_i32x4_shuffle(row, row, 2, 2, 2, 2), b2));
    sum = wasm_f32x4_add(sum, wasm_f32x4_mul(wasm_i32x4_shuffle(row, row, 3, 3, 3, 3), b3));
    wasm_v128_store(product + i, sum);
  }
#else
  for (int i = 0; i < 16; i += 4) {
    float row[4] = {product[i], product[i + 1], product[i + 2], product[i + 3]};
    for (int j = 0; j < 4; j++) {
      product[i + j] = row[0] * b[j] + row[1] * b[4 + j] + row[2] * b[8 + j] + row[3] * b[12 + j];
    }
  }
#endif
}

EXPORT(run) double run(int n) {
  for (int i = 0; i < COUNT; i++) {
    for (int j = 0; j < 16; j++) {
      matrices[i][j] = (j % 5 == 0) + ((i + j) % 7 - 3) * 0.001f;
    }
  }
  double sum = 0;
  for (int round = 0; round < n; round++) {
    for (int j = 0; j < 16; j++) {
      product[j] = j % 5 == 0;
    }
    for (int i = 0; i < COUNT; i++) {
      multiply(matrices[i]);
    }
    sum += product[round % 16];
  }
  return sum;
}
