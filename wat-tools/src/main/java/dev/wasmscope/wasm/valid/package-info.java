/**
 * Validation (specification, chapter 3): modules and code, with one class of rules per family of
 * instructions; and what validation knows for others: branch targets for the engine, operand types
 * at every place for debugger and editor.
 */
package dev.wasmscope.wasm.valid;
