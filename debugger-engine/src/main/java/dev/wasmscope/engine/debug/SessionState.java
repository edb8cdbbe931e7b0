package dev.wasmscope.engine.debug;

/** What a session's program is doing. */
public enum SessionState {
  /** Not started. */
  READY,
  RUNNING,
  STOPPED,
  ENDED
}
