package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The first pass: finds the fields of a module by their parentheses, and reports what is no token
 * and annotations in wrong places. Survives missing and surplus parentheses.
 */
final class FieldScanner {

  /** Fields that cannot stand inside a function: one that does tells a missing parenthesis. */
  private static final Set<String> NEVER_IN_FUNCTION =
      Set.of("func", "table", "memory", "global", "tag", "elem", "data", "start", "rec", "module");

  private final byte[] source;
  private final int limit;
  private final Lexer lexer;
  private final AnnotationChecker annotations;
  private final Findings findings;
  private final List<Field> fields = new ArrayList<>();
  private int moduleStart = -1;
  private int moduleId = -1;
  private boolean inErrorRun;
  private String fieldKeyword = "";
  private int fieldStart;
  private int fieldDepth;

  FieldScanner(byte[] source, int from, int to, Findings findings) {
    this.source = source;
    this.limit = to;
    this.findings = findings;
    lexer = new Lexer(source, from, to);
    annotations = new AnnotationChecker(source, lexer, findings);
  }

  List<Field> fields() {
    return fields;
  }

  /** Offsets of the {@code (@custom} annotations among the fields. */
  List<Integer> customs() {
    return annotations.customs();
  }

  /** Whether there is an annotation that asks for a data count section. */
  boolean dataCount() {
    return annotations.dataCount();
  }

  /** Offset of the module's name annotation, or −1. */
  int moduleName() {
    return annotations.moduleName();
  }

  /** Offset of the module's identifier, or −1. */
  int moduleId() {
    return moduleId;
  }

  /** Offset of the parenthesis before {@code module}, or −1 where that is left out. */
  int moduleStart() {
    return moduleStart;
  }

  void scan() {
    TokenKind kind = next();
    if (kind == TokenKind.LEFT) {
      int start = lexer.start();
      kind = next();
      if (kind == TokenKind.KEYWORD && word().equals("module")) {
        moduleStart = start;
        kind = next();
        if (kind == TokenKind.ID) {
          moduleId = lexer.start();
          kind = next();
        }
        fieldsUntilEnd(kind);
        return;
      }
      kind = field(start, kind);
    }
    fieldsUntilEnd(kind);
  }

  /** The next token but space and annotations; reports faults on the way. */
  private TokenKind next() {
    while (true) {
      TokenKind kind = lexer.next();
      if (kind == TokenKind.ANNOTATION) {
        annotations.check(fieldDepth, fieldKeyword);
      } else if (kind.isFault()) {
        findings.add(TokenFaults.of(source, lexer));
        if (kind.name().endsWith("STRING") || kind == TokenKind.ILLEGAL_ESCAPE) {
          annotations.passed(kind, lexer.start());
          return TokenKind.STRING;
        }
        if (kind == TokenKind.EMPTY_ANNOTATION) {
          annotations.skip();
        }
      } else if (!kind.isSpace()) {
        annotations.passed(kind, lexer.start());
        return kind;
      }
    }
  }

  private String word() {
    return new String(source, lexer.start(), lexer.end() - lexer.start(), StandardCharsets.UTF_8);
  }

  private void fieldsUntilEnd(TokenKind first) {
    TokenKind kind = first;
    boolean open = moduleStart >= 0;
    while (kind != TokenKind.END) {
      if (kind == TokenKind.LEFT) {
        int start = lexer.start();
        if (!open && moduleStart >= 0) {
          report("the end");
        }
        kind = field(start, next());
      } else if (kind == TokenKind.RIGHT && open) {
        open = false;
        kind = next();
      } else {
        report(open || moduleStart < 0 ? "a module field" : "the end");
        kind = next();
      }
    }
    if (open) {
      findings.add(TextErrors.unexpected(source, TokenKind.END, new Span(limit, limit), "\")\""));
    }
  }

  private void report(String expected) {
    if (!inErrorRun) {
      findings.add(
          TextErrors.unexpected(
              source, lexer.kind(), new Span(lexer.start(), lexer.end()), expected));
    }
    inErrorRun = true;
  }

  /** Takes in the field whose parenthesis stands at {@code left}; the result is the next token. */
  private TokenKind field(int left, TokenKind behind) {
    open(left, behind);
    int innerLeft = -1;
    TokenKind kind = behind;
    while (kind != TokenKind.END) {
      if (kind == TokenKind.LEFT) {
        fieldDepth++;
        innerLeft = lexer.start();
      } else {
        if (kind == TokenKind.RIGHT && --fieldDepth == 0) {
          close(lexer.end());
          return next();
        }
        if (kind == TokenKind.KEYWORD && innerLeft >= 0 && isStray()) {
          close(innerLeft);
          open(innerLeft, kind);
        }
        innerLeft = -1;
      }
      kind = next();
    }
    close(limit);
    return kind;
  }

  private void open(int left, TokenKind behind) {
    fieldStart = left;
    fieldDepth = 1;
    fieldKeyword = behind == TokenKind.KEYWORD ? word().intern() : "";
    inErrorRun = false;
    if (!Keywords.FIELDS.contains(fieldKeyword)) {
      report("a module field");
    }
    inErrorRun = false;
  }

  private boolean isStray() {
    return fieldKeyword.equals("func") && NEVER_IN_FUNCTION.contains(word());
  }

  private void close(int end) {
    if (Keywords.FIELDS.contains(fieldKeyword)) {
      fields.add(new Field(fieldKeyword, fieldStart, end));
    }
    fieldDepth = 0;
    fieldKeyword = "";
  }
}
