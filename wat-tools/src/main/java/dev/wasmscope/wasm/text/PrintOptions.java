package dev.wasmscope.wasm.text;

/**
 * How a module is printed.
 *
 * @param folded operands in parentheses instead of one instruction to a line
 * @param names identifiers made of the module's names; else indices everywhere
 * @param indices comments such as {@code (;5;)} with the index of each definition
 */
public record PrintOptions(boolean folded, boolean names, boolean indices) {

  /** One instruction to a line, with names and indices. */
  public static final PrintOptions FLAT = new PrintOptions(false, true, true);

  /** Operands in parentheses, with names and indices. */
  public static final PrintOptions FOLDED = new PrintOptions(true, true, true);
}
