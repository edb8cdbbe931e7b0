package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Watches where annotations stand (§6.3.6 and the appendix on custom sections): those that mean
 * something have their places, all others may stand anywhere.
 */
final class AnnotationChecker {

  private static final Set<String> NAMEABLE =
      Set.of(
          "module",
          "type",
          "func",
          "table",
          "memory",
          "tag",
          "global",
          "elem",
          "data",
          "param",
          "local",
          "field",
          "block",
          "loop",
          "if",
          "try",
          "try_table");

  private enum Before {
    OTHER,
    LEFT,
    NAMEABLE
  }

  private final byte[] source;
  private final Lexer lexer;
  private final Findings findings;
  private final List<Integer> customs = new ArrayList<>();
  private int moduleName = -1;
  private Before before = Before.OTHER;
  private boolean afterModule;
  private boolean afterHint;
  private boolean dataCount;

  AnnotationChecker(byte[] source, Lexer lexer, Findings findings) {
    this.source = source;
    this.lexer = lexer;
    this.findings = findings;
  }

  List<Integer> customs() {
    return customs;
  }

  /** Whether a data count section was asked for. */
  boolean dataCount() {
    return dataCount;
  }

  int moduleName() {
    return moduleName;
  }

  /** Notes a token that is neither space nor annotation. */
  void passed(TokenKind kind, int start) {
    afterHint = false;
    switch (kind) {
      case LEFT -> before = Before.LEFT;
      case KEYWORD -> keyword(start);
      case ID -> before = before == Before.LEFT ? Before.OTHER : before;
      default -> before = Before.OTHER;
    }
  }

  private void keyword(int start) {
    boolean behindLeft = before == Before.LEFT;
    before = Before.OTHER;
    afterModule = false;
    if (behindLeft && lexer.end() - start <= "try_table".length()) {
      String word = text(start, lexer.end());
      before = NAMEABLE.contains(word) ? Before.NAMEABLE : Before.OTHER;
      afterModule = word.equals("module");
    }
  }

  private String text(int start, int end) {
    return new String(source, start, end - start, StandardCharsets.UTF_8);
  }

  /**
   * Judges the annotation that the lexer has just begun, and passes over it.
   *
   * @param depth parentheses open in the field around it; 0 between fields
   * @param field keyword of that field
   */
  void check(int depth, String field) {
    int start = lexer.start();
    String id = id(start + 2, lexer.end());
    skip();
    Span span = new Span(start, lexer.end());
    switch (id) {
      case "custom" -> custom(span, depth);
      case "datacount" -> dataCount = true;
      case "name" -> name(span);
      case "metadata.code.branch_hint" -> hint(span, field);
      default -> {}
    }
  }

  private String id(int start, int end) {
    if (source[start] != '"') {
      return text(start, end);
    }
    byte[] name = StringLiteral.decode(source, start, end);
    if (!Utf8.isWellFormed(name, 0, name.length)) {
      findings.add(
          Diagnostic.error(DiagnosticCode.UTF8, new Span(start, end), "in an annotation's name"));
    }
    return new String(name, StandardCharsets.UTF_8);
  }

  /** Passes over the rest of an annotation, to its closing parenthesis. */
  void skip() {
    int start = lexer.start();
    boolean faulty = false;
    int depth = 1;
    while (depth > 0) {
      TokenKind kind = lexer.next();
      switch (kind) {
        case LEFT, ANNOTATION -> depth++;
        case RIGHT -> depth--;
        case END -> {
          if (!faulty) {
            findings.add(unclosed(new Span(start, lexer.end())));
          }
          return;
        }
        default -> {
          if (kind.isFault()) {
            faulty = true;
            depth += kind == TokenKind.EMPTY_ANNOTATION ? 1 : 0;
            fault(kind);
          }
        }
      }
    }
  }

  /**
   * Inside annotations, whose contents are nobody's business, a lone {@code $} or {@code @} may
   * stand.
   */
  private void fault(TokenKind kind) {
    if (kind != TokenKind.EMPTY_ID && kind != TokenKind.EMPTY_ANNOTATION) {
      findings.add(TokenFaults.of(source, lexer));
    }
  }

  private static Diagnostic unclosed(Span span) {
    return Diagnostic.error(DiagnosticCode.UNCLOSED_ANNOTATION, span, "the text ends first")
        .withRemedy("Close it with a parenthesis.");
  }

  private void custom(Span span, int depth) {
    if (depth > 0) {
      findings.add(
          TextErrors.named(
              DiagnosticCode.MISPLACED_ANNOTATION,
              span,
              "@custom annotation: it stands between the fields of a module"));
    } else {
      customs.add(span.start());
    }
  }

  private void name(Span span) {
    if (before != Before.NAMEABLE) {
      findings.add(
          TextErrors.named(
              DiagnosticCode.MISPLACED_ANNOTATION,
              span,
              "@name annotation: it stands right behind the keyword or identifier it names"));
    } else if (afterModule && moduleName >= 0) {
      findings.add(Diagnostic.error(DiagnosticCode.NAME_ANNOTATION, span, "multiple module names"));
    } else if (afterModule) {
      moduleName = span.start();
    }
  }

  private void hint(Span span, String field) {
    if (!field.equals("func")) {
      findings.add(
          Diagnostic.error(DiagnosticCode.BRANCH_HINT_ANNOTATION, span, "not in a function"));
    } else if (afterHint) {
      findings.add(
          Diagnostic.error(
              DiagnosticCode.BRANCH_HINT_ANNOTATION,
              span,
              "duplicate annotation on one instruction"));
    }
    afterHint = true;
  }
}
