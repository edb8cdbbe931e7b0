package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.source.Diagnostic;

/** Something that would be rid of a {@link Diagnostic}. */
public sealed interface QuickFix {

  /** What it does, as a short command. */
  String title();

  /** A change of the text. */
  record Edit(String title, TextEdit edit) implements QuickFix {}

  /** A feature that the text may use from then on. */
  record SwitchOn(Feature feature) implements QuickFix {
    @Override
    public String title() {
      return "Switch on " + feature.id() + " for this file";
    }
  }
}
