package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.module.Site;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;

/** Where the sites of a module stand in its file. */
final class BinarySpans implements Spans {

  private final DefinitionSpans definitions;
  private final Module module;
  private final int fileSize;
  private final int importedFunctions;

  BinarySpans(DefinitionSpans definitions, Module module, int fileSize) {
    this.definitions = definitions;
    this.module = module;
    this.fileSize = fileSize;
    this.importedFunctions =
        definitions.count(Definition.Kind.FUNCTION) - module.functions().size();
  }

  @Override
  public Span of(Site site) {
    return switch (site) {
      case Place place -> place(place);
      case Definition(Definition.Kind kind, int index) -> definition(kind, index);
    };
  }

  private Span definition(Definition.Kind kind, int index) {
    if (kind == Definition.Kind.CUSTOM && index >= 0 && index < module.customs().size()) {
      CustomSection section = module.customs().get(index);
      return new Span(section.contents().offset(), section.contents().end());
    }
    Span span = definitions.get(kind, index);
    return span != null ? span : new Span(0, fileSize);
  }

  private Span place(Place place) {
    int index = place.function() - importedFunctions;
    if (index < 0 || index >= module.functions().size()) {
      return definition(Definition.Kind.FUNCTION, place.function());
    }
    ByteSlice body = module.functions().get(index).body();
    if (place.offset() < 0 || place.offset() >= body.length()) {
      return new Span(body.offset(), body.end());
    }
    int start = body.offset() + place.offset();
    return new Span(start, start + instructionLength(body, place.offset()));
  }

  private static int instructionLength(ByteSlice body, int offset) {
    try {
      var code = CodeReader.at(body, offset);
      code.next();
      return code.length();
    } catch (DiagnosticException _) {
      return 1;
    }
  }
}
