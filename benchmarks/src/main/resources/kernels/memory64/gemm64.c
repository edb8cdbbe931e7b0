// The multiplication with addresses of 64 bits.
#include "../float/gemm.c"
