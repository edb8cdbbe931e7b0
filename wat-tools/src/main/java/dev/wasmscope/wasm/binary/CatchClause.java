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

  /** Forms of a clause, in the order of their bytes in the binary format. */
  public enum Kind {
    CATCH(0, "catch"),
    CATCH_REF(1, "catch_ref"),
    CATCH_ALL(2, "catch_all"),
    CATCH_ALL_REF(3, "catch_all_ref");

    private static final Kind[] ALL = values();

    private final int code;
    private final String keyword;

    Kind(int code, String keyword) {
      this.code = code;
      this.keyword = keyword;
    }

    static Kind of(int code) {
      return ALL[code];
    }

    /** How many forms there are; their bytes are below. */
    static int count() {
      return ALL.length;
    }

    /** The byte of the binary format. */
    public int code() {
      return code;
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
