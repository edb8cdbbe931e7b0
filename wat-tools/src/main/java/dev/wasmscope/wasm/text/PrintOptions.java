package dev.wasmscope.wasm.text;

/**
 * How a module is printed.
 *
 * @param folded operands in parentheses instead of one instruction to a line
 * @param names identifiers made of the module's names; else indices everywhere
 * @param indices comments such as {@code (;5;)} with the index of each definition
 * @param inlineTypes function types written out at their uses instead of named by index, where that
 *     means the same
 */
public record PrintOptions(boolean folded, boolean names, boolean indices, boolean inlineTypes) {

  /** One instruction to a line, with names and indices. */
  public static final PrintOptions FLAT = new PrintOptions(false, true, true, false);

  /** Operands in parentheses, with names and indices. */
  public static final PrintOptions FOLDED = new PrintOptions(true, true, true, false);
}
