// Four rows unrolled: over the 64 KiB of bytecode that a method of the JVM may have.
#define ROWS 4
#include "floyd.h"
