package dev.wasmscope.engine.debug;

/** What a session tells its listeners, on the session's thread. */
public sealed interface DebugEvent {

  /** The program runs, for the first time or again. */
  record Resumed() implements DebugEvent {}

  /** The program stands still. */
  record Stopped(Snapshot snapshot) implements DebugEvent {}

  /** A value was changed by hand while the program stands still. */
  record Changed(Snapshot snapshot) implements DebugEvent {}

  /** A log breakpoint has something to say. */
  record Logged(int breakpoint, String message) implements DebugEvent {}

  /** The program is over; the last event of a session. */
  record Ended(Outcome outcome) implements DebugEvent {}
}
