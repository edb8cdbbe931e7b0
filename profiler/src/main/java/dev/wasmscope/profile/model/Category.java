package dev.wasmscope.profile.model;

import java.util.Locale;

/** What kind of work a function stands for; decides its colour and its column in summaries. */
public enum Category {
  /** WebAssembly code of the profiled module. */
  WASM("Wasm"),
  /** A function the host provides: WASI, an import, the engine on the program's behalf. */
  HOST("Host"),
  /** The garbage collector. */
  GC("GC"),
  /** Waiting: {@code memory.atomic.wait*}, sleeping, blocking input. */
  BLOCKED("Blocked"),
  /** Anything else, and whatever a foreign profile does not tell. */
  OTHER("Other");

  private final String label;

  Category(String label) {
    this.label = label;
  }

  /** The name shown to people and written to files. */
  public String label() {
    return label;
  }

  /**
   * The category that a name used by this or another tool stands for; {@link #OTHER} when the name
   * is not known.
   */
  public static Category named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "wasm", "webassembly" -> WASM;
      case "host", "native", "kernel", "system" -> HOST;
      case "gc", "gc / cc", "garbage collection" -> GC;
      case "blocked", "idle" -> BLOCKED;
      default -> OTHER;
    };
  }
}
