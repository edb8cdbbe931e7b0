package dev.wasmscope.app.analysis;

import dev.wasmscope.wasm.instr.Feature;

/** Something one click away that would be rid of a {@link Problem}. */
public sealed interface Fix {
  /** What it does, as a short command. */
  String title();

  /**
   * A change of the text.
   *
   * @param start index of the first character replaced
   * @param end index after the last
   */
  record Edit(String title, int start, int end, String replacement) implements Fix {}

  /** A feature that the file may use from then on. */
  record SwitchOn(String title, Feature feature) implements Fix {}
}
