// An interpreter inside one function: 128 operations in one br_table, 320 registers that are locals.
// Executes n instructions of a fixed random program.
#include "../kernel.h"

#define LENGTH 1024

// X(i) for 0 to 31, four times over with a prefix: 128 operations.
#define EACH32(X, p) \
  X(p, 0) X(p, 1) X(p, 2) X(p, 3) X(p, 4) X(p, 5) X(p, 6) X(p, 7) X(p, 8) X(p, 9) X(p, 10) \
  X(p, 11) X(p, 12) X(p, 13) X(p, 14) X(p, 15) X(p, 16) X(p, 17) X(p, 18) X(p, 19) X(p, 20) \
  X(p, 21) X(p, 22) X(p, 23) X(p, 24) X(p, 25) X(p, 26) X(p, 27) X(p, 28) X(p, 29) X(p, 30) X(p, 31)

#define DECLARE(p, k) uint32_t p##k = k;
#define ADD(p, k) case k: a##k += top + e##k; top ^= a##k; break;
#define XOR(p, k) case 32 + k: b##k ^= top * (2 * k + 1); top += b##k ^ f##k; break;
#define ROTATE(p, k) case 64 + k: c##k = (c##k << 5 | c##k >> 27) + top; top = c##k + g##k; break;
#define BRANCH(p, k) \
  case 96 + k: \
    if (top & 1) { d##k += h##k; top >>= 1; } else { top += d##k * 3 + 1; } \
    j##k += top; \
    break;
#define CHANGE(p, k) e##k++; f##k += e##k; g##k ^= f##k; h##k += g##k; i##k += h##k;
#define SUM(p, k) top = top * 31 + p##k;

static uint8_t code[LENGTH];

EXPORT(run) int run(int n) {
  uint32_t seed = 17;
  for (int i = 0; i < LENGTH; i++) {
    code[i] = next_random(&seed) % 128;
  }
  uint32_t top = 1;
  EACH32(DECLARE, a) EACH32(DECLARE, b) EACH32(DECLARE, c) EACH32(DECLARE, d) EACH32(DECLARE, e)
  EACH32(DECLARE, f) EACH32(DECLARE, g) EACH32(DECLARE, h) EACH32(DECLARE, i) EACH32(DECLARE, j)
  for (int pc = 0; pc < n; pc++) {
    switch (code[pc % LENGTH]) {
      EACH32(ADD, _) EACH32(XOR, _) EACH32(ROTATE, _) EACH32(BRANCH, _)
    }
    if (pc % LENGTH == LENGTH - 1) {
      EACH32(CHANGE, _)
    }
  }
  EACH32(SUM, a) EACH32(SUM, b) EACH32(SUM, c) EACH32(SUM, d) EACH32(SUM, i) EACH32(SUM, j)
  return top;
}
