// C = alpha A B + beta C on 96 x 96 doubles, n times.
#include "../kernel.h"

#define N 96

static double a[N][N], b[N][N], c[N][N];

EXPORT(run) double run(int n) {
  for (int i = 0; i < N; i++) {
    for (int j = 0; j < N; j++) {
      a[i][j] = (double)((i * j + 1) % N) / N;
      b[i][j] = (double)(i * (j + 1) % N) / N;
      c[i][j] = (double)(i * (j + 2) % N) / N;
    }
  }
  for (int round = 0; round < n; round++) {
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        c[i][j] *= 0.5;
      }
      for (int k = 0; k < N; k++) {
        for (int j = 0; j < N; j++) {
          c[i][j] += 1.5 * a[i][k] * b[k][j];
        }
      }
    }
  }
  double sum = 0;
  for (int i = 0; i < N; i++) {
    for (int j = 0; j < N; j++) {
      sum += c[i][j];
    }
  }
  return sum;
}
