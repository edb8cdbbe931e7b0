// The sieve with addresses of 64 bits.
#include "../memory/sieve.c"
