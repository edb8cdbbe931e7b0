/** WebAssembly running: semantics, run-time state, both gears, debugging, WASI and policy. */
module dev.wasmscope.engine {
  exports dev.wasmscope.engine.trap;
}
