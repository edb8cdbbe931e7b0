/**
 * WASI preview 1 as programs made by clang and rustc need it, one class for each group of
 * functions. Every call goes through {@link dev.wasmscope.engine.wasi.Wasi}, and reaches nothing
 * that the program was not granted.
 */
package dev.wasmscope.engine.wasi;
