package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import java.util.List;
import java.util.Map;

/**
 * The second pass: gives every definition its index and binds its identifier, so that the third can
 * resolve names in any order. Reports imports behind definitions (§6.6.14).
 */
final class Declarations {

  private static final Map<String, NameUse.Space> SPACES =
      Map.of(
          "func", NameUse.Space.FUNCTION,
          "table", NameUse.Space.TABLE,
          "memory", NameUse.Space.MEMORY,
          "tag", NameUse.Space.TAG,
          "global", NameUse.Space.GLOBAL,
          "elem", NameUse.Space.ELEMENT,
          "data", NameUse.Space.DATA,
          "type", NameUse.Space.TYPE);

  private final ParseContext context;
  private String firstDefinition = "";
  private boolean hasStart;

  Declarations(ParseContext context) {
    this.context = context;
  }

  /** Binds the definitions of {@code fields}. */
  void bind(List<Field> fields) {
    for (Field field : fields) {
      try {
        bind(field, field.cursor(context.source()));
      } catch (DiagnosticException e) {
        context.report(e.diagnostic());
      }
    }
  }

  private void bind(Field field, TokenCursor cursor) {
    cursor.advance();
    switch (field.keyword()) {
      case "rec" -> recursive(cursor);
      case "import" -> imported(field, cursor);
      case "start" -> start(field);
      case "export" -> {}
      default -> definition(field, cursor);
    }
  }

  private void definition(Field field, TokenCursor cursor) {
    String keyword = field.keyword();
    NameUse.Space space = SPACES.get(keyword);
    int index = context.scopes().of(space).count();
    define(space, index, field);
    try {
      name(space, cursor);
    } finally {
      while (cursor.atLeft("export")) {
        skipGroup(cursor);
      }
      if (cursor.atLeft("import")) {
        checkOrder(new Span(field.start(), field.end()));
      } else if (firstDefinition.isEmpty() && isImportable(space)) {
        firstDefinition = space == NameUse.Space.FUNCTION ? "function" : keyword;
      }
      switch (space) {
        case TABLE -> implied(cursor, "elem", NameUse.Space.ELEMENT, field);
        case MEMORY -> implied(cursor, "data", NameUse.Space.DATA, field);
        default -> {}
      }
    }
  }

  private static boolean isImportable(NameUse.Space space) {
    return switch (space) {
      case FUNCTION, TABLE, MEMORY, TAG, GLOBAL -> true;
      default -> false;
    };
  }

  /** Binds the identifier behind the keyword at the cursor. */
  private void name(NameUse.Space space, TokenCursor cursor) {
    cursor.advance();
    int index = context.scopes().of(space).count();
    String id = context.scopes().of(space).bind(cursor);
    String name = NameAnnotation.orId(cursor, id);
    context.scopes().name(Names.Space.valueOf(space.name()), index, name);
  }

  private void define(NameUse.Space space, int index, Field field) {
    context.map().define(Definition.Kind.valueOf(space.name()), index, field.start(), field.end());
  }

  private void implied(TokenCursor cursor, String keyword, NameUse.Space space, Field field) {
    while (cursor.kind() != TokenKind.END && cursor.kind() != TokenKind.RIGHT) {
      if (cursor.atLeft(keyword)) {
        define(space, context.scopes().of(space).count(), field);
        context.scopes().of(space).add(1);
        return;
      }
      if (cursor.kind() == TokenKind.LEFT) {
        skipGroup(cursor);
      } else {
        cursor.advance();
      }
    }
  }

  private static void skipGroup(TokenCursor cursor) {
    cursor.advance();
    cursor.skipToRight();
    cursor.advance();
  }

  private void recursive(TokenCursor cursor) {
    cursor.advance();
    while (cursor.atLeft("type")) {
      int start = cursor.start();
      cursor.advance();
      int index = context.scopes().of(NameUse.Space.TYPE).count();
      try {
        name(NameUse.Space.TYPE, cursor);
      } finally {
        cursor.skipToRight();
        define(NameUse.Space.TYPE, index, new Field("type", start, cursor.end()));
        cursor.advance();
      }
    }
  }

  private void imported(Field field, TokenCursor cursor) {
    cursor.advance();
    while (cursor.kind() == TokenKind.STRING) {
      cursor.advance();
    }
    if (cursor.kind() == TokenKind.LEFT) {
      cursor.advance();
      NameUse.Space space = SPACES.get(cursor.text());
      if (space != null && isImportable(space)) {
        define(space, context.scopes().of(space).count(), field);
        name(space, cursor);
      }
    }
    checkOrder(new Span(field.start(), field.end()));
  }

  private void checkOrder(Span span) {
    if (!firstDefinition.isEmpty()) {
      context.report(
          TextErrors.named(DiagnosticCode.IMPORT_ORDER, span, firstDefinition)
              .withRemedy("Move the imports before all definitions of the module."));
    }
  }

  private void start(Field field) {
    if (hasStart) {
      context.report(
          Diagnostic.error(
              DiagnosticCode.MULTIPLE_START, new Span(field.start(), field.end()), ""));
    }
    hasStart = true;
  }
}
