package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Span;

/**
 * A place in a text that names or numbers a member of an index space.
 *
 * @param span the identifier or the number
 * @param target what it stands for
 * @param isDefinition whether the identifier is given here, not used
 */
public record NameUse(Span span, Target target, boolean isDefinition) {

  /** Index spaces of a text. */
  public enum Space {
    TYPE("type"),
    FUNCTION("func"),
    TABLE("table"),
    MEMORY("memory"),
    TAG("tag"),
    GLOBAL("global"),
    ELEMENT("elem"),
    DATA("data"),
    LOCAL("local"),
    LABEL("label"),
    FIELD("field");

    private final String keyword;

    Space(String keyword) {
      this.keyword = keyword;
    }

    /** What messages call a member of the space; the field's keyword where there is one. */
    public String keyword() {
      return keyword;
    }
  }

  /**
   * A member of an index space.
   *
   * @param owner the function of a local or label, the type of a field; 0 in other spaces
   * @param index its index; of a label the ordinal of its block in the function, in textual order
   */
  public record Target(Space space, int owner, int index) {}

  /** Hears of every name and number that a parser resolves, in no particular order. */
  @FunctionalInterface
  public interface Listener {

    /** Nobody listens. */
    Listener NONE = (_, _, _, _, _, _) -> {};

    /** The bytes {@code [start, end)} stand for a member of {@code space}. */
    void named(Space space, int owner, int index, int start, int end, boolean isDefinition);
  }
}
