// memory.copy and memory.fill of 16 bytes to 64 KiB, n times.
#include "../kernel.h"

#define SIZE 65536

static uint8_t from[SIZE], to[SIZE];

EXPORT(run) int run(int n) {
  for (int i = 0; i < SIZE; i++) {
    from[i] = i * 7;
  }
  uint32_t sum = 0;
  for (int round = 0; round < n; round++) {
    int size = 16 << round % 13;
    __builtin_memcpy(to, from, size);
    sum = sum * 31 + to[size - 1];
    __builtin_memset(to, round, size);
    sum += to[size / 2];
  }
  return sum;
}
