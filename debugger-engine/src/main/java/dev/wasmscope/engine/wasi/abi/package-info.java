/**
 * The types of WASI preview 1 and how they lie in the memory of a program: error numbers, rights,
 * flags, status records. Every access to the program's memory is checked here.
 */
package dev.wasmscope.engine.wasi.abi;
