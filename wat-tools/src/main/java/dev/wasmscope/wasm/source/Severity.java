package dev.wasmscope.wasm.source;

/** How much a {@link Diagnostic} weighs: an error forbids running, the others do not. */
public enum Severity {
  ERROR,
  WARNING,
  INFO,
  HINT
}
