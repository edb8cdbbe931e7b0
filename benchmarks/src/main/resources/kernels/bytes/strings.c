// strlen and memchr over 4,096 strings of up to 63 bytes, n times.
#include "../kernel.h"

#define STRINGS 4096
#define WIDTH 64

static char text[STRINGS][WIDTH];

static int length(const char *s) {
  const char *end = s;
  while (*end) {
    end++;
  }
  return end - s;
}

static int find(const char *s, char wanted, int size) {
  for (int i = 0; i < size; i++) {
    if (s[i] == wanted) {
      return i;
    }
  }
  return -1;
}

EXPORT(run) int run(int n) {
  uint32_t seed = 3;
  for (int i = 0; i < STRINGS; i++) {
    int size = next_random(&seed) % WIDTH;
    for (int j = 0; j < WIDTH; j++) {
      text[i][j] = j < size ? 'a' + next_random(&seed) % 26 : 0;
    }
  }
  int sum = 0;
  for (int round = 0; round < n; round++) {
    for (int i = 0; i < STRINGS; i++) {
      sum = sum * 31 + find(text[i], 'a' + round % 26, length(text[i]));
    }
  }
  return sum;
}
