package dev.wasmscope.engine.debug;

/** Is told the messages of log breakpoints, on the program's thread. */
@FunctionalInterface
interface BreakpointLog {

  void log(int breakpoint, String message);
}
