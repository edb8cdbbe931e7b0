// As loops.
#define ROWS 0
#include "floyd.h"
