package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads {@code (@custom "name" (after section) "bytes" …)}. */
final class CustomAnnotation {

  private static final Map<String, SectionId> SECTIONS =
      Map.ofEntries(
          Map.entry("type", SectionId.TYPE),
          Map.entry("import", SectionId.IMPORT),
          Map.entry("func", SectionId.FUNCTION),
          Map.entry("table", SectionId.TABLE),
          Map.entry("memory", SectionId.MEMORY),
          Map.entry("tag", SectionId.TAG),
          Map.entry("string", SectionId.STRING),
          Map.entry("global", SectionId.GLOBAL),
          Map.entry("export", SectionId.EXPORT),
          Map.entry("start", SectionId.START),
          Map.entry("elem", SectionId.ELEMENT),
          Map.entry("datacount", SectionId.DATA_COUNT),
          Map.entry("code", SectionId.CODE),
          Map.entry("data", SectionId.DATA));

  private final TokenCursor cursor;
  private final ParseContext context;

  CustomAnnotation(ParseContext context, int at) {
    this.context = context;
    cursor = AnnotationReader.contents(context.source(), at);
  }

  /** The keyword of a section. */
  static String keyword(SectionId section) {
    return SECTIONS.entrySet().stream()
        .filter(e -> e.getValue() == section)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("first");
  }

  /** The section that the annotation describes. */
  CustomSection read() {
    String name = name();
    SectionId after = SectionId.DATA;
    if (cursor.kind() == TokenKind.LEFT) {
      after = place();
    }
    var contents = new DataParser(cursor, context).strings();
    if (cursor.kind() != TokenKind.RIGHT) {
      throw error("unexpected token; expected a string or \")\", found " + cursor.text());
    }
    return new CustomSection(name, contents, after);
  }

  private String name() {
    if (cursor.kind() != TokenKind.STRING) {
      throw error("missing section name");
    }
    byte[] name = StringLiteral.decode(cursor.source(), cursor.start(), cursor.end());
    if (!Utf8.isWellFormed(name, 0, name.length)) {
      throw error("malformed UTF-8 encoding");
    }
    cursor.advance();
    return new String(name, StandardCharsets.UTF_8);
  }

  private SectionId place() {
    cursor.advance();
    boolean before = cursor.atKeyword("before");
    if (!before && !cursor.atKeyword("after")) {
      throw error("malformed placement; expected before or after, found " + cursor.text());
    }
    cursor.advance();
    SectionId section = before ? previous(section("first")) : section("last");
    cursor.advance();
    cursor.expectRight();
    return section;
  }

  /** The section at the cursor; {@code extreme} is the word for the one at the edge. */
  private SectionId section(String extreme) {
    String word = cursor.text();
    if (word.equals(extreme)) {
      return extreme.equals("first") ? SectionId.TYPE : SectionId.DATA;
    }
    SectionId section = SECTIONS.get(word);
    if (section == null) {
      throw error("malformed section kind; found " + word);
    }
    return section;
  }

  private static SectionId previous(SectionId section) {
    List<SectionId> order = List.of(SectionId.values());
    return order.get(order.indexOf(section) - 1);
  }

  private DiagnosticException error(String what) {
    return new DiagnosticException(
        Diagnostic.error(DiagnosticCode.CUSTOM_ANNOTATION, cursor.span(), what));
  }
}
