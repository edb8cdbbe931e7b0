// Sixteen targets in an order that cannot be foreseen.
#define MASK 15
#include "functions.h"
