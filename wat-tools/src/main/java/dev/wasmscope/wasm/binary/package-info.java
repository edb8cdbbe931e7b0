/**
 * The binary format (specification, chapter 5): reader and writer of modules, one codec per
 * section, and {@link dev.wasmscope.wasm.binary.CodeReader}, which walks code by the table of
 * instructions.
 */
package dev.wasmscope.wasm.binary;
