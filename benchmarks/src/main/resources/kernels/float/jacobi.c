// Jacobi iteration of a five-point stencil on 128 x 128 doubles, n times.
#include "../kernel.h"

#define N 128

static double grids[2][N][N];

static void relax(double from[N][N], double to[N][N]) {
  for (int i = 1; i < N - 1; i++) {
    for (int j = 1; j < N - 1; j++) {
      to[i][j] = 0.2 * (from[i][j] + from[i][j - 1] + from[i][j + 1] + from[i + 1][j] + from[i - 1][j]);
    }
  }
}

EXPORT(run) double run(int n) {
  for (int i = 0; i < N; i++) {
    for (int j = 0; j < N; j++) {
      grids[0][i][j] = (i * (j + 2) + 2.0) / N;
      grids[1][i][j] = (i * (j + 3) + 3.0) / N;
    }
  }
  for (int round = 0; round < n; round++) {
    relax(grids[0], grids[1]);
    relax(grids[1], grids[0]);
  }
  double sum = 0;
  for (int i = 0; i < N; i++) {
    sum += grids[0][i][i] + grids[0][i][N - 1 - i];
  }
  return sum;
}
