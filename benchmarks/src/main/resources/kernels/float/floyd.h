// Shortest paths between all pairs of 128 nodes (Floyd and Warshall), n times. ROWS rows of the inner
// two loops are unrolled into straight code, or none when ROWS is 0.
#include "../kernel.h"

#define N 128

static double path[N][N];

#if ROWS
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("clang loop unroll(disable)")
#undef ROWS
#define ROWS 1
#endif

static void reset(void) {
  for (int i = 0; i < N; i++) {
    for (int j = 0; j < N; j++) {
      path[i][j] = i == j ? 0 : (i + j) % 13 == 0 || (i + j) % 7 == 0 || (i + j) % 11 == 0 ? 999 : i * j % 7 + 1.5;
    }
  }
}

static __attribute__((noinline)) void relax(void) {
  for (int k = 0; k < N; k++) {
#pragma clang loop unroll(disable)
    for (int i = 0; i < N; i += ROWS) {
      UNROLL for (int row = 0; row < ROWS; row++) {
        UNROLL for (int j = 0; j < N; j++) {
          double around = path[i + row][k] + path[k][j];
          path[i + row][j] = path[i + row][j] < around ? path[i + row][j] : around;
        }
      }
    }
  }
}

EXPORT(run) double run(int n) {
  double sum = 0;
  for (int round = 0; round < n; round++) {
    reset();
    relax();
    for (int i = 0; i < N; i++) {
      sum += path[i][(i * 7 + round) % N];
    }
  }
  return sum;
}
