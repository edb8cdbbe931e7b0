// One target.
#define MASK 0
#include "functions.h"
