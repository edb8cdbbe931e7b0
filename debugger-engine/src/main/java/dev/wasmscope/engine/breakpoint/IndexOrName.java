package dev.wasmscope.engine.breakpoint;

/** How a file speaks of a function, memory or global: by its index or by its name. */
public sealed interface IndexOrName {

  /**
   * By index.
   *
   * @param index in the module's index space, imports included
   */
  record Index(int index) implements IndexOrName {
    public Index {
      if (index < 0) {
        throw new IllegalArgumentException("index " + index);
      }
    }

    @Override
    public String toString() {
      return Integer.toString(index);
    }
  }

  /**
   * By name.
   *
   * @param text the name as it is written in the file, with or without a dollar sign
   */
  record Name(String text) implements IndexOrName {
    /** The name without its dollar sign, as a name section has it. */
    public String plain() {
      return text.startsWith("$") ? text.substring(1) : text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
