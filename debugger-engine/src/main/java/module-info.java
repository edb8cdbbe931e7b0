/** WebAssembly running: semantics, run-time state, both gears, debugging, WASI and policy. */
module dev.wasmscope.engine {
  requires transitive dev.wasmscope.wasm;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires static transitive jdk.incubator.vector;

  exports dev.wasmscope.engine;
  exports dev.wasmscope.engine.breakpoint;
  exports dev.wasmscope.engine.debug;
  exports dev.wasmscope.engine.debuginfo;
  exports dev.wasmscope.engine.expression;
  exports dev.wasmscope.engine.jit;
  exports dev.wasmscope.engine.numeric;
  exports dev.wasmscope.engine.policy;
  exports dev.wasmscope.engine.probe;
  exports dev.wasmscope.engine.runtime;
  exports dev.wasmscope.engine.script;
  exports dev.wasmscope.engine.step;
  exports dev.wasmscope.engine.tier;
  exports dev.wasmscope.engine.trap;
  exports dev.wasmscope.engine.vector;
  exports dev.wasmscope.engine.wasi;
}
