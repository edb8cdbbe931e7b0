package dev.wasmscope.profile.model;

import java.util.List;

/**
 * Every distinct string of a profile once, by index.
 *
 * @param strings the strings; index 0 is always the empty string
 */
public record StringTable(List<String> strings) {

  /** Takes an immutable copy. */
  public StringTable {
    strings = List.copyOf(strings);
  }

  /** The string at {@code index}. */
  public String get(int index) {
    return strings.get(index);
  }

  /** How many strings there are. */
  public int size() {
    return strings.size();
  }
}
