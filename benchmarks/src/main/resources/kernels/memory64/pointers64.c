// The cycle with addresses of 64 bits.
#include "../memory/pointers.c"
