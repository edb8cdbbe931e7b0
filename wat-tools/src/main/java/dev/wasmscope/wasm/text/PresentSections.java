package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.module.SectionId;
import java.util.EnumSet;

/** The sections that a module will have, for custom sections to stand behind. */
final class PresentSections {

  private final ModuleBuilder module;

  PresentSections(ModuleBuilder module) {
    this.module = module;
  }

  /** The last section present among {@code section} and those before it. */
  SectionId lastUpTo(SectionId section) {
    SectionId last = SectionId.CUSTOM;
    for (SectionId id : EnumSet.range(SectionId.CUSTOM, section)) {
      last = isPresent(id) ? id : last;
    }
    return last;
  }

  private boolean isPresent(SectionId section) {
    return switch (section) {
      case CUSTOM -> true;
      case TYPE -> !module.types.isEmpty();
      case IMPORT -> !module.imports.isEmpty();
      case FUNCTION, CODE -> !module.functions.isEmpty();
      case TABLE -> !module.tables.isEmpty();
      case MEMORY -> !module.memories.isEmpty();
      case TAG -> !module.tags.isEmpty();
      case STRING -> !module.strings.isEmpty();
      case GLOBAL -> !module.globals.isEmpty();
      case EXPORT -> !module.exports.isEmpty();
      case ELEMENT -> !module.elements.isEmpty();
      case DATA -> !module.data.isEmpty();
      // Where these are left out, what stands behind them stands behind the section before.
      case START, DATA_COUNT -> true;
    };
  }
}
