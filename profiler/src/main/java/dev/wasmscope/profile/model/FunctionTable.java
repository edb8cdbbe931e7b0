package dev.wasmscope.profile.model;

import java.util.List;

/** The functions of a profile, one column per property; a function is its row number. */
public final class FunctionTable {
  private final StringTable strings;
  private final int[] names;
  private final int[] modules;
  private final int[] files;
  private final int[] lines;
  private final int[] indexes;
  private final List<Category> categories;

  FunctionTable(StringTable strings, IntColumn[] columns, List<Category> categories) {
    this.strings = strings;
    this.names = columns[0].toArray();
    this.modules = columns[1].toArray();
    this.files = columns[2].toArray();
    this.lines = columns[3].toArray();
    this.indexes = columns[4].toArray();
    this.categories = List.copyOf(categories);
  }

  /** How many functions there are. */
  public int size() {
    return names.length;
  }

  /** Name of function {@code row}. */
  public String name(int row) {
    return strings.get(names[row]);
  }

  /** Module, library or host of function {@code row}; empty when unknown. */
  public String module(int row) {
    return strings.get(modules[row]);
  }

  /** File of function {@code row}; empty when unknown. */
  public String file(int row) {
    return strings.get(files[row]);
  }

  /** 1-based line of the definition of function {@code row}; 0 when unknown. */
  public int line(int row) {
    return lines[row];
  }

  /** Function index of function {@code row} in its WebAssembly module; -1 when not applicable. */
  public int index(int row) {
    return indexes[row];
  }

  /** Category of function {@code row}. */
  public Category category(int row) {
    return categories.get(row);
  }

  /** Function {@code row} as one value. */
  public Function get(int row) {
    return new Function(name(row), module(row), file(row), line(row), index(row), category(row));
  }
}
