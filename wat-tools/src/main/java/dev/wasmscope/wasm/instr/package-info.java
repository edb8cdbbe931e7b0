/**
 * The instructions of WebAssembly (specification, §2.4 and appendix "Index of Instructions") as one
 * table, {@link dev.wasmscope.wasm.instr.Opcode}. Decoder, encoder, validator, text parser and
 * printer, editor services and both gears of the engine derive from it.
 */
package dev.wasmscope.wasm.instr;
