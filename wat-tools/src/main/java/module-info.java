/** WebAssembly as a document: model, formats, validation, editor services. Nothing runs. */
module dev.wasmscope.wasm {
  exports dev.wasmscope.wasm.binary;
  exports dev.wasmscope.wasm.coredump;
  exports dev.wasmscope.wasm.inspect;
  exports dev.wasmscope.wasm.instr;
  exports dev.wasmscope.wasm.lang;
  exports dev.wasmscope.wasm.module;
  exports dev.wasmscope.wasm.script;
  exports dev.wasmscope.wasm.source;
  exports dev.wasmscope.wasm.text;
  exports dev.wasmscope.wasm.type;
  exports dev.wasmscope.wasm.valid;
}
