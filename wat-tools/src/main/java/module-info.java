/** WebAssembly as a document. */
module dev.wasmscope.wasm {}
