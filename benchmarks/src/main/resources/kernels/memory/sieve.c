// The number of primes below 500,000 (Eratosthenes), n times.
#include "../kernel.h"

#define SIZE 500000

static uint8_t composite[SIZE];

EXPORT(run) int run(int n) {
  int count = 0;
  for (int round = 0; round < n; round++) {
    for (int i = 0; i < SIZE; i++) {
      composite[i] = 0;
    }
    for (int i = 2; i < SIZE; i++) {
      if (!composite[i]) {
        count++;
        for (int j = 2 * i; j < SIZE; j += i) {
          composite[j] = 1;
        }
      }
    }
  }
  return count;
}
