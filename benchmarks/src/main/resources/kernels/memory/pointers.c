// Follows a random cycle through 64 Ki cells (1 MiB) for n steps.
#include "../kernel.h"

#define CELLS 65536

typedef struct Cell {
  struct Cell *next;
  uint32_t value, unused[2];
} Cell;

static Cell cells[CELLS];
static uint32_t order[CELLS];

EXPORT(run) int run(int n) {
  uint32_t seed = 23;
  for (uint32_t i = 0; i < CELLS; i++) {
    order[i] = i;
  }
  for (uint32_t i = CELLS - 1; i > 0; i--) {
    uint32_t j = next_random(&seed) % (i + 1), t = order[i];
    order[i] = order[j], order[j] = t;
  }
  for (uint32_t i = 0; i < CELLS; i++) {
    cells[order[i]].next = &cells[order[(i + 1) % CELLS]];
    cells[order[i]].value = i;
  }
  uint32_t sum = 0;
  Cell *cell = cells;
  for (int i = 0; i < n; i++) {
    sum = sum * 3 + cell->value;
    cell = cell->next;
  }
  return sum;
}
