// One row unrolled: over the 8,000 bytes of bytecode that HotSpot compiles.
#define ROWS 1
#include "floyd.h"
