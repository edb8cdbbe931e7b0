package dev.wasmscope.wasm.module;

/** Sections of the binary format (§5.5.2), in the order in which they must come. */
public enum SectionId {
  CUSTOM(0),
  TYPE(1),
  IMPORT(2),
  FUNCTION(3),
  TABLE(4),
  MEMORY(5),
  TAG(13),
  /** String literals of the reference-typed strings proposal. */
  STRING(14),
  GLOBAL(6),
  EXPORT(7),
  START(8),
  ELEMENT(9),
  DATA_COUNT(12),
  CODE(10),
  DATA(11);

  private final int id;

  SectionId(int id) {
    this.id = id;
  }

  /** The byte of the binary format. */
  public int id() {
    return id;
  }
}
