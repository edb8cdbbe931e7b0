/**
 * Types of WebAssembly (specification, §2.3): values, references, functions, structures, arrays,
 * recursion groups, limits, and all subtyping between them.
 */
package dev.wasmscope.wasm.type;
