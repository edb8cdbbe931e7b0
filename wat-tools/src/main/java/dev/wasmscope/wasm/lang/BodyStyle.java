package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.Lexer;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.TokenKind;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.text.WatPrinter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** Rewrites the function at a place of a text with folded instructions, or with flat ones. */
public final class BodyStyle {

  private BodyStyle() {}

  /**
   * The change that gives the function at {@code offset} the other style. Empty where there is no
   * function with a body, where the text has errors, where comments or inline exports would be
   * lost, or where the text cannot say the same.
   */
  public static Optional<TextEdit> rewrite(WatDocument document, int offset, boolean folded) {
    OptionalInt function = document.map().functionAt(offset);
    if (document.parsed().hasErrors()
        || function.isEmpty()
        || !document.spaces().isDefined(function.getAsInt())) {
      return Optional.empty();
    }
    Optional<Span> span = document.map().definition(Definition.Kind.FUNCTION, function.getAsInt());
    return span.filter(s -> !hasCommentOrExport(document, s))
        .map(s -> new TextEdit(s, print(document, function.getAsInt(), folded)))
        .filter(edit -> meansTheSame(document, edit));
  }

  private static boolean meansTheSame(WatDocument document, TextEdit edit) {
    var text = new ByteArrayOutputStream();
    Span span = edit.span();
    text.write(document.bytes(), 0, span.start());
    text.writeBytes(edit.replacement().getBytes(StandardCharsets.UTF_8));
    text.write(document.bytes(), span.end(), document.bytes().length - span.end());
    ParsedModule changed = WatParser.parse(text.toByteArray(), document.features());
    return !changed.hasErrors() && changed.module().equals(document.parsed().module());
  }

  /** Comments and inline exports are not part of a function that is printed alone. */
  private static boolean hasCommentOrExport(WatDocument document, Span span) {
    var lexer = new Lexer(document.bytes(), span.start(), span.end());
    while (lexer.next() != TokenKind.END) {
      boolean comment =
          lexer.kind() == TokenKind.LINE_COMMENT || lexer.kind() == TokenKind.BLOCK_COMMENT;
      boolean export =
          lexer.kind() == TokenKind.KEYWORD
              && new String(
                      document.bytes(),
                      lexer.start(),
                      lexer.end() - lexer.start(),
                      StandardCharsets.UTF_8)
                  .equals("export");
      if (comment || export) {
        return true;
      }
    }
    return false;
  }

  private static String print(WatDocument document, int function, boolean folded) {
    var options = new PrintOptions(folded, true, false, true);
    byte[] text =
        WatPrinter.of(document.parsed().module(), options).function(function).text().toBytes();
    String indentation = "\n  ";
    return new String(text, StandardCharsets.UTF_8).strip().replace("\n", indentation);
  }
}
