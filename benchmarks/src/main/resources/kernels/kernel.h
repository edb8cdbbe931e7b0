// What every kernel shares: `run` does n units of work and answers a checksum, `elsewhere` is the
// function in which a debugger arms a breakpoint that is never hit.
#pragma once

#include <stdint.h>

#define EXPORT(name) __attribute__((export_name(#name)))

EXPORT(elsewhere) void elsewhere(void) {}

// Numerical Recipes' generator: the same data on every run.
static inline uint32_t next_random(uint32_t *state) {
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}
