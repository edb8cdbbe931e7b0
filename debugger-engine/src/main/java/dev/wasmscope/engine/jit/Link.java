package dev.wasmscope.engine.jit;

/** How compiled code calls a function. */
enum Link {

  /** Returns when the function has returned. */
  CALL("call", "slow", "call"),

  /** In place of the function that calls; may return with another such call pending. */
  TAIL("tail", "slowTail", "begin");

  /** The method of a {@link Callee}. */
  final String ofCallee;

  /** The method that calls a function that is not compiled, and what that calls. */
  final String slow;

  final String ofThread;

  Link(String ofCallee, String slow, String ofThread) {
    this.ofCallee = ofCallee;
    this.slow = slow;
    this.ofThread = ofThread;
  }
}
