// Simulates a small solar system: the hot loop is accelerate.
//
//   nbody [STEPS]
//
// Profile it: accelerate (all pairs of bodies, a square root for each) takes most of the time,
// move and energy take a little.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { BODIES = 6, STEPS_PER_REPORT = 1000 };

// Positions in astronomical units, velocities in units per year, masses in suns.
struct body {
  const char *name;
  double mass;
  double x, y, z;
  double vx, vy, vz;
};

static const double GRAVITY = 39.47841760435743; // 4 π²
static const double STEP = 1.0 / 1000.0; // years

static struct body bodies[BODIES] = {
    {"Sun", 1.0, 0, 0, 0, 0, 0, 0},
    {"Venus", 2.45e-6, 0.723, 0, 0.01, 0, 7.38, 0.1},
    {"Earth", 3.0e-6, 0, 1.0, 0, -6.283, 0, 0},
    {"Mars", 3.2e-7, -1.524, 0, 0.02, 0, -5.08, 0.05},
    {"Jupiter", 9.5e-4, 0, -5.2, 0.1, 2.76, 0, 0},
    {"Saturn", 2.9e-4, 9.58, 0, 0.3, 0, 2.03, 0.02},
};

// Changes all velocities by the attraction of every pair.
__attribute__((noinline)) static void accelerate(double dt) {
  for (int i = 0; i < BODIES; i++) {
    struct body *a = &bodies[i];
    for (int j = i + 1; j < BODIES; j++) {
      struct body *b = &bodies[j];
      double dx = b->x - a->x;
      double dy = b->y - a->y;
      double dz = b->z - a->z;
      double squared = dx * dx + dy * dy + dz * dz;
      double pull = GRAVITY * dt / (squared * sqrt(squared));
      a->vx += dx * b->mass * pull;
      a->vy += dy * b->mass * pull;
      a->vz += dz * b->mass * pull;
      b->vx -= dx * a->mass * pull;
      b->vy -= dy * a->mass * pull;
      b->vz -= dz * a->mass * pull;
    }
  }
}

__attribute__((noinline)) static void move(double dt) {
  for (int i = 0; i < BODIES; i++) {
    bodies[i].x += bodies[i].vx * dt;
    bodies[i].y += bodies[i].vy * dt;
    bodies[i].z += bodies[i].vz * dt;
  }
}

// Kinetic and potential energy: it would stay as it is if the steps were infinitely small.
__attribute__((noinline)) static double energy(void) {
  double sum = 0;
  for (int i = 0; i < BODIES; i++) {
    const struct body *a = &bodies[i];
    sum += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
    for (int j = i + 1; j < BODIES; j++) {
      const struct body *b = &bodies[j];
      double dx = b->x - a->x;
      double dy = b->y - a->y;
      double dz = b->z - a->z;
      sum -= GRAVITY * a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return sum;
}

// One step: half a turn of the velocities, the way, the other half.
static void advance(void) {
  accelerate(STEP / 2);
  move(STEP);
  accelerate(STEP / 2);
}

int main(int argc, char **argv) {
  int steps = argc > 1 ? atoi(argv[1]) : 5000;
  printf("%6.2f years  energy %.12f\n", 0.0, energy());
  for (int i = 1; i <= steps; i++) {
    advance();
    if (i % STEPS_PER_REPORT == 0) {
      printf("%6.2f years  energy %.12f\n", i * STEP, energy());
    }
  }
  for (int i = 0; i < BODIES; i++) {
    const struct body *b = &bodies[i];
    printf("%-8s %10.6f %10.6f %10.6f\n", b->name, b->x, b->y, b->z);
  }
  return 0;
}
