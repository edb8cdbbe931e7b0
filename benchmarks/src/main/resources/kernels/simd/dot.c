// The dot product of two vectors of 4,096 floats, n times.
#include "../kernel.h"
#include "lanes.h"

#define SIZE 4096

static float a[SIZE], b[SIZE];

static float dot(void) {
#ifdef __wasm_simd128__
  v128_t sum = wasm_f32x4_splat(0);
  for (int i = 0; i < SIZE; i += 4) {
    sum = wasm_f32x4_add(sum, wasm_f32x4_mul(wasm_v128_load(a + i), wasm_v128_load(b + i)));
  }
  return wasm_f32x4_extract_lane(sum, 0) + wasm_f32x4_extract_lane(sum, 1) +
         wasm_f32x4_extract_lane(sum, 2) + wasm_f32x4_extract_lane(sum, 3);
#else
  float sum = 0;
  for (int i = 0; i < SIZE; i++) {
    sum += a[i] * b[i];
  }
  return sum;
#endif
}

EXPORT(run) double run(int n) {
  for (int i = 0; i < SIZE; i++) {
    a[i] = i % 7, b[i] = i % 5;
  }
  double sum = 0;
  for (int round = 0; round < n; round++) {
    a[round % SIZE] = round % 11;
    sum += dot();
  }
  return sum;
}
