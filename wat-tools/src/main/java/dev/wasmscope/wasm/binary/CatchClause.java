package dev.wasmscope.wasm.binary;

/**
 * A catch clause of {@code try_table} (§2.4.5).
 *
 * @param tag index of the tag, 0 where the kind catches all
 * @param label where to branch, counted from outside the {@code try_table}
 */
public record CatchClause(Kind kind, int tag, int label) {

  /** Numbers that a clause takes in a {@link CodeReader}. */
  static final int INTS = 3;

  /** Forms of a clause; the ordinal is the byte of the binary format. */
  public enum Kind {
    CATCH("catch"),
    CATCH_REF("catch_ref"),
    CATCH_ALL("catch_all"),
    CATCH_ALL_REF("catch_all_ref");

    private static final Kind[] ALL = values();

    private final String keyword;

    Kind(String keyword) {
      this.keyword = keyword;
    }

    static Kind of(int code) {
      return ALL[code];
    }

    /** The keyword of the text format. */
    public String keyword() {
      return keyword;
    }

    /** Whether the clause names a tag, whose values it hands on. */
    public boolean hasTag() {
      return this == CATCH || this == CATCH_REF;
    }

    /** Whether the clause hands on the exception itself. */
    public boolean hasReference() {
      return this == CATCH_REF || this == CATCH_ALL_REF;
    }
  }
}
