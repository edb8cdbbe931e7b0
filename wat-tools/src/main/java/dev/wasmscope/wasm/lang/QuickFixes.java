package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.instr.FeatureOff;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.NameUse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds what would be rid of a diagnostic. */
public final class QuickFixes {

  private QuickFixes() {}

  /** The fix of {@code diagnostic}, which is one of {@code document}. */
  public static Optional<QuickFix> of(WatDocument document, Diagnostic diagnostic) {
    return diagnostic.code() == DiagnosticCode.IMMUTABLE_FIELD
        ? mutableField(document, diagnostic.span())
        : ofFeature(diagnostic);
  }

  /** The feature that {@code diagnostic} asks for, in a text or a binary module. */
  public static Optional<QuickFix> ofFeature(Diagnostic diagnostic) {
    return FeatureOff.feature(diagnostic).map(QuickFix.SwitchOn::new);
  }

  private static Optional<QuickFix> mutableField(WatDocument document, Span instruction) {
    return document.uses().stream()
        .filter(use -> use.target().space() == NameUse.Space.FIELD)
        .filter(use -> instruction.contains(use.span().start()))
        .findFirst()
        .flatMap(use -> declaration(document, use.target()))
        .flatMap(identifier -> typeBehind(document.bytes(), identifier.end()))
        .map(type -> mutable(document.bytes(), type));
  }

  private static Optional<Span> declaration(WatDocument document, NameUse.Target field) {
    return document.uses().stream()
        .filter(use -> use.isDefinition() && use.target().equals(field))
        .map(NameUse::span)
        .findFirst();
  }

  /** The type between a field's identifier and the end of the field. */
  private static Optional<Span> typeBehind(byte[] source, int from) {
    int start = from;
    while (start < source.length && Character.isWhitespace(source[start])) {
      start++;
    }
    int depth = 0;
    for (int end = start; end < source.length; end++) {
      depth += source[end] == '(' ? 1 : source[end] == ')' ? -1 : 0;
      if (depth < 0) {
        return Optional.of(new Span(start, end));
      }
    }
    return Optional.empty();
  }

  private static QuickFix mutable(byte[] source, Span type) {
    String text = new String(source, type.start(), type.length(), StandardCharsets.UTF_8).strip();
    String replacement = "(mut " + text + ")";
    return new QuickFix.Edit(
        "Declare the field " + replacement,
        new TextEdit(new Span(type.start(), type.end()), replacement));
  }
}
