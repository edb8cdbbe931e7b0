/** WebAssembly running: semantics, run-time state, both gears, debugging, WASI and policy. */
module dev.wasmscope.engine {
  requires transitive dev.wasmscope.wasm;

  exports dev.wasmscope.engine.trap;
  exports dev.wasmscope.engine.numeric;
}
