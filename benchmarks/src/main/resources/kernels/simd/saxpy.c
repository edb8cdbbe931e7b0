// y = a x + y on 4,096 floats, n times.
#include "../kernel.h"
#include "lanes.h"

#define SIZE 4096

static float x[SIZE], y[SIZE];

static void saxpy(float a) {
#ifdef __wasm_simd128__
  v128_t factor = wasm_f32x4_splat(a);
  for (int i = 0; i < SIZE; i += 4) {
    wasm_v128_store(y + i, wasm_f32x4_add(wasm_v128_load(y + i), wasm_f32x4_mul(factor, wasm_v128_load(x + i))));
  }
#else
  for (int i = 0; i < SIZE; i++) {
    y[i] += a * x[i];
  }
#endif
}

EXPORT(run) double run(int n) {
  for (int i = 0; i < SIZE; i++) {
    x[i] = i % 13 * 0.25f, y[i] = 0;
  }
  for (int round = 0; round < n; round++) {
    saxpy(round % 2 ? 0.5f : -0.25f);
  }
  double sum = 0;
  for (int i = 0; i < SIZE; i++) {
    sum += y[i];
  }
  return sum;
}
