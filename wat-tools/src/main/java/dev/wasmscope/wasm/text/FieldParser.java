package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.Function;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.type.FuncType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The third pass: parses the fields of a module, types first, into its parts. */
final class FieldParser {

  private static final int FUNCTIONS_IN_RUN = 64;
  private static final byte[] EMPTY_BODY = {0, 0x0B};

  private final ParseContext context;
  private final Map<NameUse.Space, Integer> next = new EnumMap<>(NameUse.Space.class);

  FieldParser(ParseContext context) {
    this.context = context;
  }

  void parse(List<Field> fields) {
    types(fields);
    for (Field field : fields) {
      if (!isType(field)) {
        attempt(field);
      }
    }
  }

  /**
   * Parses fields as {@link #parse} does, but neighbouring functions on all processors.
   *
   * @throws OutOfOrderException if that does not do for these fields
   */
  void parseConcurrently(List<Field> fields) {
    types(fields);
    List<Field> rest = fields.stream().filter(field -> !isType(field)).toList();
    int at = 0;
    while (at < rest.size()) {
      int end = at;
      while (end < rest.size() && isFunction(rest.get(end))) {
        end++;
      }
      if (end > at) {
        functions(rest.subList(at, end));
        at = end;
      } else {
        attempt(rest.get(at++));
      }
    }
  }

  private void functions(List<Field> run) {
    int first = next.getOrDefault(NameUse.Space.FUNCTION, 0);
    next.put(NameUse.Space.FUNCTION, first + run.size());
    context.types().frozen(true);
    try {
      new OrderedRuns<ParseContext>(0, run.size(), FUNCTIONS_IN_RUN)
          .forEach(
              (from, to) -> {
                var part = new FieldParser(context.part());
                part.next.put(NameUse.Space.FUNCTION, first + from);
                run.subList(from, to).forEach(part::attempt);
                return part.context;
              },
              context::append);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      context.types().frozen(false);
    }
  }

  private void types(List<Field> fields) {
    fields.stream().filter(FieldParser::isType).forEach(this::attempt);
  }

  private static boolean isFunction(Field field) {
    return field.keyword().equals("func");
  }

  private static boolean isType(Field field) {
    return field.keyword().equals("type") || field.keyword().equals("rec");
  }

  private void attempt(Field field) {
    int functions = context.module().functions.size();
    int imports = context.module().imports.size();
    try {
      TokenCursor cursor = field.cursor(context.source());
      parse(field, cursor);
      if (cursor.kind() != TokenKind.END) {
        throw cursor.unexpected("the end of the " + field.keyword());
      }
    } catch (DiagnosticException e) {
      context.report(e.diagnostic());
      boolean lost =
          isFunction(field)
              && context.module().functions.size() == functions
              && context.module().imports.size() == imports;
      if (lost) {
        int type = context.types().indexOf(FuncType.EMPTY);
        context.module().functions.add(new Function(type, ByteSlice.of(EMPTY_BODY)));
      }
    }
  }

  private int take(NameUse.Space space) {
    return next.merge(space, 1, Integer::sum) - 1;
  }

  private void parse(Field field, TokenCursor cursor) {
    switch (field.keyword()) {
      case "type" -> new DefinedTypeParser(cursor, context).group(take(NameUse.Space.TYPE));
      case "rec" -> rec(cursor);
      case "import" -> imported(field, cursor);
      case "func" -> new FunctionParser(cursor, context, take(NameUse.Space.FUNCTION)).parse();
      case "table" -> new TableParser(cursor, context).parse(take(NameUse.Space.TABLE));
      case "memory" -> new MemoryParser(cursor, context).parse(take(NameUse.Space.MEMORY));
      case "tag" -> new TagParser(cursor, context).parse(take(NameUse.Space.TAG));
      case "global" -> new GlobalParser(cursor, context).parse(take(NameUse.Space.GLOBAL));
      case "elem" -> new ElementParser(cursor, context).parse();
      case "data" -> new DataParser(cursor, context).parse();
      case "export" -> export(field, cursor);
      case "start" -> start(field, cursor);
      default -> throw new IllegalStateException("no parser for " + field.keyword());
    }
  }

  private void rec(TokenCursor cursor) {
    int first = next.getOrDefault(NameUse.Space.TYPE, 0);
    int members = new DefinedTypeParser(cursor, context).recursive(first);
    next.put(NameUse.Space.TYPE, first + members);
  }

  private void imported(Field field, TokenCursor cursor) {
    ModuleBuilder module = context.module();
    context.map().define(Definition.Kind.IMPORT, module.imports.size(), field.start(), field.end());
    NameUse.Space space = new ImportParser(cursor, context).parse(next);
    take(space);
  }

  private void export(Field field, TokenCursor cursor) {
    cursor.advance();
    cursor.advance();
    String name = new DefinitionHeader(cursor, context).name();
    if (cursor.kind() == TokenKind.LEFT) {
      cursor.advance();
    }
    ExternKind kind = externKind(cursor);
    cursor.advance();
    int index = context.scopes().of(spaceOf(kind)).resolve(cursor);
    cursor.expectRight();
    cursor.expectRight();
    List<Export> exports = context.module().exports;
    context.map().define(Definition.Kind.EXPORT, exports.size(), field.start(), field.end());
    exports.add(new Export(name, kind, index));
  }

  /** The kind of the keyword at the cursor. */
  static ExternKind externKind(TokenCursor cursor) {
    for (ExternKind kind : ExternKind.values()) {
      if (cursor.atKeyword(kind.toString())) {
        return kind;
      }
    }
    throw cursor.unexpected("func, table, memory, tag or global");
  }

  static NameUse.Space spaceOf(ExternKind kind) {
    return kind == ExternKind.FUNC ? NameUse.Space.FUNCTION : NameUse.Space.valueOf(kind.name());
  }

  private void start(Field field, TokenCursor cursor) {
    cursor.advance();
    cursor.advance();
    context.module().start(context.scopes().of(NameUse.Space.FUNCTION).resolve(cursor));
    context.map().define(Definition.Kind.START, 0, field.start(), field.end());
    cursor.expectRight();
  }
}
