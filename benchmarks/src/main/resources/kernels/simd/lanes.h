// Each kernel here is compiled twice: with vectors, and without for scalar/.
#pragma once

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif
