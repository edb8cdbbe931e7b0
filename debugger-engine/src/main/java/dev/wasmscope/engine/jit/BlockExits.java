package dev.wasmscope.engine.jit;

/** What becomes of branches to blocks around a method that is only a part of a function. */
interface BlockExits {

  /** The block to branch to in the method itself for a branch to {@code block}. */
  JitBlock target(JitBlock block);

  /** The method has opened a block. */
  void opened(JitBlock block, int offset);

  /** Of a method that is a whole function. */
  BlockExits NONE =
      new BlockExits() {
        @Override
        public JitBlock target(JitBlock block) {
          return block;
        }

        @Override
        public void opened(JitBlock block, int offset) {}
      };
}
