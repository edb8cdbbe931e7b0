package dev.wasmscope.engine.tier;

import dev.wasmscope.engine.runtime.WasmFunction;

/** Compiles what has become hot. All methods return soon and may be called on any thread. */
public interface Compiler {

  /** A function has been called often. */
  void hot(WasmFunction function);

  /** A loop has gone round often; {@code offset} is that of its {@code loop} instruction. */
  void hotLoop(WasmFunction function, int offset);

  /** What was compiled of a function is out of date. */
  void discard(WasmFunction function);

  /** The most Java variables that a call of what has been compiled takes. */
  int largestFrame();

  /** One that compiles nothing. */
  Compiler NONE =
      new Compiler() {
        @Override
        public void hot(WasmFunction function) {}

        @Override
        public void hotLoop(WasmFunction function, int offset) {}

        @Override
        public void discard(WasmFunction function) {}

        @Override
        public int largestFrame() {
          return 0;
        }
      };
}
