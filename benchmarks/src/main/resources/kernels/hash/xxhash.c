// The main loop of xxHash64 over 64 KiB, n times.
#include "../kernel.h"

#define SIZE 65536
#define P1 0x9e3779b185ebca87u
#define P2 0xc2b2ae3d27d4eb4fu

static uint64_t data[SIZE / 8];

static uint64_t rotate(uint64_t x, int by) { return x << by | x >> (64 - by); }

static uint64_t mix(uint64_t lane, uint64_t input) { return rotate(lane + input * P2, 31) * P1; }

EXPORT(run) int run(int n) {
  uint32_t seed = 7;
  for (int i = 0; i < SIZE / 8; i++) {
    data[i] = (uint64_t)next_random(&seed) << 32 | next_random(&seed);
  }
  uint64_t a = P1 + P2, b = P2, c = 0, d = -P1;
  for (int round = 0; round < n; round++) {
    for (int i = 0; i < SIZE / 8; i += 4) {
      a = mix(a, data[i]);
      b = mix(b, data[i + 1]);
      c = mix(c, data[i + 2]);
      d = mix(d, data[i + 3]);
    }
  }
  uint64_t hash = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
  return hash ^ hash >> 32;
}
