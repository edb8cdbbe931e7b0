package dev.wasmscope.engine.jit;

import java.lang.constant.ClassDesc;

/** How compiled code calls a function: a way for each, with a static method and a call site. */
enum Link {

  /** Returns when the function has returned. */
  CALL("wasm.Links", "slow", "call"),

  /** May return with a tail call pending. */
  TAIL("wasm.Tails", "slowTail", "begin");

  private static final int IN_CLASS = 64;

  private final String classes;

  /** The method that calls a function that is not compiled, and what that calls. */
  final String slow;

  final String ofThread;

  Link(String classes, String slow, String ofThread) {
    this.classes = classes;
    this.slow = slow;
    this.ofThread = ofThread;
  }

  /** The class with the method for a function. */
  ClassDesc classOf(int function) {
    return ClassDesc.of(classes + function / IN_CLASS);
  }

  /** The way whose methods are in a class; null if it is no such class. */
  static Link of(String className) {
    for (Link link : values()) {
      if (className.startsWith(link.classes)) {
        return link;
      }
    }
    return null;
  }

  /** The first function whose method is in a class. */
  int firstIn(String className) {
    return Integer.parseInt(className.substring(classes.length())) * IN_CLASS;
  }

  /** The function after the last one whose method is in a class, of so many functions. */
  int endOf(String className, int functions) {
    return Math.min(firstIn(className) + IN_CLASS, functions);
  }
}
