// Copies 64 KiB word by word, n times.
#include "../kernel.h"

#define WORDS 16384

static uint32_t from[WORDS], to[WORDS];

EXPORT(run) int run(int n) {
  for (uint32_t i = 0; i < WORDS; i++) {
    from[i] = i * 2654435761u;
  }
  uint32_t sum = 0;
  for (int round = 0; round < n; round++) {
    from[round % WORDS] += round;
    for (int i = 0; i < WORDS; i++) {
      to[i] = from[i];
    }
    sum = sum * 31 + to[round % WORDS];
  }
  return sum;
}
