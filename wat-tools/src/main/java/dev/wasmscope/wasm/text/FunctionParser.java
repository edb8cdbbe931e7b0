package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.binary.TypeWriter;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.Function;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.ExternFunc;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;

/** Parses functions (§6.6.7). */
final class FunctionParser {

  private final TokenCursor cursor;
  private final ParseContext context;
  private final int index;

  FunctionParser(TokenCursor cursor, ParseContext context, int index) {
    this.cursor = cursor;
    this.context = context;
    this.index = index;
  }

  /** Parses {@code (func …)}. */
  void parse() {
    var header = new DefinitionHeader(cursor, context);
    DefinitionHeader.Source source = header.exportsAndImport(ExternKind.FUNC, index);
    var typeUses = new TypeUseParser(cursor, context);
    TypeUseParser.TypeUse use = typeUses.parse(new FunctionParameters(context, index));
    int type = typeUses.index(use);
    if (source != null) {
      context.module().imports.add(source.of(new ExternFunc(type)));
      cursor.expectRight();
      return;
    }
    if (!use.isWrittenOut()) {
      context
          .types()
          .func(type)
          .ifPresent(f -> context.scopes().of(NameUse.Space.LOCAL).add(f.params().size()));
    }
    body(type);
    cursor.expectRight();
  }

  private void body(int type) {
    var out = new ByteWriter(256);
    context.map().beginFunction(index);
    try {
      declare(locals(), out);
      var parser = new InstructionParser(cursor, context, index, out, context.hints());
      parser.sequence();
    } finally {
      if (out.size() == 0) {
        out.u8(0);
      }
      context.map().instruction(index, out.size(), cursor.start(), cursor.end());
      out.u8(Opcode.END.number());
      context.hints().endFunction(index);
      context.module().functions.add(new Function(type, out.toSlice()));
    }
  }

  private List<ValType> locals() {
    var types = new TypeParser(cursor, context);
    NameScope scope = context.scopes().of(NameUse.Space.LOCAL);
    List<ValType> locals = new ArrayList<>();
    while (cursor.skipLeft("local")) {
      if (cursor.kind() == TokenKind.ID) {
        int local = scope.count();
        String id = scope.bind(cursor);
        String name = NameAnnotation.orId(cursor, id);
        context.scopes().name(Names.NestedSpace.LOCAL, index, local, name);
        locals.add(types.valType());
      } else {
        while (cursor.kind() != TokenKind.RIGHT) {
          locals.add(types.valType());
          scope.add(1);
        }
      }
      cursor.expectRight();
    }
    return locals;
  }

  /** Neighbours of one type are declared together (§5.5.13). */
  private static void declare(List<ValType> locals, ByteWriter out) {
    var runs = new ByteWriter();
    int count = 0;
    int at = 0;
    while (at < locals.size()) {
      int from = at;
      while (at < locals.size() && locals.get(at).equals(locals.get(from))) {
        at++;
      }
      runs.u32(at - from);
      TypeWriter.valType(runs, locals.get(from));
      count++;
    }
    out.u32(count);
    out.tail(runs, 0);
  }
}
