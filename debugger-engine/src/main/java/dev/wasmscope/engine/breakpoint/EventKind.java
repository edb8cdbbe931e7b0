package dev.wasmscope.engine.breakpoint;

/** What an event breakpoint stops at. */
public enum EventKind {
  TRAP("trap"),
  EXCEPTION("exception"),
  HOST_CALL("host-call"),
  MEMORY_GROW("memory-grow"),
  ATOMIC_WAIT("atomic-wait"),
  THREAD_START("thread-start"),
  START("start");

  private final String keyword;

  EventKind(String keyword) {
    this.keyword = keyword;
  }

  /** Whether it happens in a function of an instance; the others may happen anywhere. */
  public boolean isOfInstance() {
    return this == THREAD_START || this == START;
  }

  /** The word in the file. */
  public String keyword() {
    return keyword;
  }
}
