package dev.wasmscope.engine.breakpoint;

import java.util.Optional;
import java.util.OptionalInt;

/** What a breakpoint waits for. */
public sealed interface Target {

  /**
   * An instruction. Line and text survive edits of the module and say where it went.
   *
   * @param offset bytes from the start of the function's body
   * @param line in the module's text, from 1
   * @param text the instruction's mnemonic, or empty
   */
  record AtPlace(IndexOrName function, OptionalInt offset, OptionalInt line, String text)
      implements Target {}

  /**
   * A line of a source file, which debug information leads to places.
   *
   * @param line from 1
   * @param column from 1
   */
  record AtSource(String file, int line, OptionalInt column) implements Target {}

  /** Entry to or exit from a function. */
  record AtFunction(IndexOrName function, When when) implements Target {}

  /**
   * Access to a range of a memory.
   *
   * @param address unsigned
   * @param length in bytes, at least 1
   */
  record OnMemory(IndexOrName memory, long address, long length, Access access) implements Target {}

  /** Access to a global. */
  record OnGlobal(IndexOrName global, Access access) implements Target {}

  /**
   * Something that happens anywhere.
   *
   * @param name a pattern with {@code *} of the name of a host function; only of host calls
   */
  record OnEvent(EventKind event, Optional<String> name) implements Target {}

  /** Which end of a call. */
  enum When {
    ENTRY("entry"),
    EXIT("exit");

    private final String keyword;

    When(String keyword) {
      this.keyword = keyword;
    }

    /** The word in the file. */
    public String keyword() {
      return keyword;
    }
  }
}
