// Iterations until escape, summed over n x n points.
#include "../kernel.h"

EXPORT(run) int run(int n) {
  int sum = 0;
  for (int py = 0; py < n; py++) {
    for (int px = 0; px < n; px++) {
      double cx = 3.0 * px / n - 2, cy = 2.0 * py / n - 1, x = 0, y = 0;
      int i = 0;
      while (i < 100 && x * x + y * y <= 4) {
        double next = x * x - y * y + cx;
        y = 2 * x * y + cy;
        x = next;
        i++;
      }
      sum += i;
    }
  }
  return sum;
}
