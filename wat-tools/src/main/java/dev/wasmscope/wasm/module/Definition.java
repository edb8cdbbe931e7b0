package dev.wasmscope.wasm.module;

/**
 * A definition of a module. The index counts in the index space of functions, tables, memories,
 * globals and tags with imports included, else among the section's entries.
 */
public record Definition(Kind kind, int index) implements Site {

  /** The whole module, or what is defined. */
  public enum Kind {
    MODULE,
    TYPE,
    IMPORT,
    FUNCTION,
    TABLE,
    MEMORY,
    TAG,
    GLOBAL,
    EXPORT,
    START,
    ELEMENT,
    DATA,
    CUSTOM
  }

  /** The module itself. */
  public static final Definition MODULE = new Definition(Kind.MODULE, 0);
}
