package dev.wasmscope.profile.model;

import java.util.Objects;

/**
 * A function as a profile knows it. Two equal functions are one row of the {@link FunctionTable}.
 *
 * @param name name shown, never empty; hostile input, never trusted as markup
 * @param module name of the module, library or host that holds it; empty when unknown
 * @param file source or text file it is written in; empty when unknown
 * @param line 1-based line of its definition in {@code file}; 0 when unknown
 * @param index index in the function index space of its WebAssembly module; -1 when not applicable
 * @param category what kind of work it stands for
 */
public record Function(
    String name, String module, String file, int line, int index, Category category) {

  /** Name given to functions that have none. */
  public static final String ANONYMOUS = "(anonymous)";

  /** Repairs what can be repaired: an empty name, broken surrogates, numbers below their least. */
  public Function {
    name = name.isEmpty() ? ANONYMOUS : WellFormed.text(name);
    module = WellFormed.text(module);
    file = WellFormed.text(file);
    line = Math.max(line, 0);
    index = Math.max(index, -1);
    Objects.requireNonNull(category);
  }

  /** A function of which only the name and the category are known. */
  public static Function named(String name, Category category) {
    return new Function(name, "", "", 0, -1, category);
  }
}
