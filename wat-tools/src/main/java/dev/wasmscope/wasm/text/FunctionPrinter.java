package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.binary.LocalDeclarations;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.type.FuncType;
import java.util.Collections;
import java.util.Map;

/** Prints functions and constant expressions. */
final class FunctionPrinter {

  /** More locals than this of one type are not written out: the code would be of no use. */
  private static final int MOST_LOCALS = 50_000;

  private final TextBuilder out;
  private final SpanListener map;
  private final IndexSpaces spaces;
  private final PrintNames names;
  private final PrintOptions options;
  private final TypePrinter types;
  private boolean usesData;

  FunctionPrinter(
      TextBuilder out,
      SpanListener map,
      IndexSpaces spaces,
      PrintNames names,
      PrintOptions options) {
    this.out = out;
    this.map = map;
    this.spaces = spaces;
    this.names = names;
    this.options = options;
    types = new TypePrinter(out, names, spaces);
  }

  /** Prints {@code (func …)}, a function that the module defines, at {@code depth} indentation. */
  void function(int index, int depth) {
    int start = out.size();
    out.add("(func");
    header(names.of(Names.Space.FUNCTION), index);
    int type = spaces.functions().get(index);
    IdentifierMap locals = names.locals(index);
    types.typeUse(type, locals);
    map.beginFunction(index);
    int end = body(spaces.defined(index).body(), index, type, locals, depth + 1);
    if (end >= 0) {
      map.instruction(index, end, out.size(), out.size() + 1);
    }
    out.add(')');
    if (options.folded()) {
      map.endFunction(index);
    }
    map.define(Definition.Kind.FUNCTION, index, start, out.size());
  }

  /** The identifier or the index of a definition. */
  void header(IdentifierMap identifiers, int index) {
    Identifier identifier = identifiers.get(index);
    if (identifier != null) {
      identifier.print(out);
    }
    if (options.indices()) {
      out.add(" (;").unsigned(index).add(";)");
    }
  }

  private int body(ByteSlice body, int index, int type, IdentifierMap locals, int depth) {
    CodeReader code;
    try {
      var declarations = LocalDeclarations.read(body);
      int first = spaces.funcType(type).map(FuncType::params).map(p -> p.size()).orElse(0);
      locals(declarations, first, locals, depth);
      code = CodeReader.at(body, declarations.codeOffset());
    } catch (DiagnosticException e) {
      out.newLine(depth).add("(; ").add(e.diagnostic().message()).add(" ;)");
      return -1;
    }
    var labels = new PrintLabels(names.labels(index));
    TextBuilder words = options.folded() ? new TextBuilder() : out;
    var instructions = new InstructionPrinter(words, spaces, names, locals, labels);
    int end =
        options.folded()
            ? new FoldedPrinter(
                    out, map, spaces, new FoldedText(words, instructions), labels, index, depth)
                .print(code)
            : new BodyPrinter(out, map, instructions, labels, index, depth).print(code);
    usesData |= instructions.usesData();
    return end;
  }

  /** Whether a function printed so far names a data segment. */
  boolean usesData() {
    return usesData;
  }

  private void locals(
      LocalDeclarations declarations, int first, IdentifierMap identifiers, int depth) {
    int index = first;
    for (LocalDeclarations.Run run : declarations.runs()) {
      boolean tooMany = Integer.compareUnsigned(run.count(), MOST_LOCALS) > 0;
      int count = tooMany ? MOST_LOCALS : run.count();
      out.newLine(depth - 1).add(' ');
      types.locals("local", Collections.nCopies(count, run.type()), index, identifiers);
      if (tooMany) {
        out.add(" (; of ").unsigned(run.count()).add(" ;)");
      }
      index += run.count();
    }
  }

  /** Prints a constant expression, each instruction in parentheses. */
  void constant(ByteSlice expression) {
    var labels = new PrintLabels(Map.of());
    var instructions = new InstructionPrinter(out, spaces, names, IdentifierMap.NONE, labels);
    try {
      CodeReader code = CodeReader.of(expression);
      Opcode opcode = code.next();
      while (opcode != Opcode.END) {
        out.add(" (");
        instructions.print(code);
        out.add(')');
        opcode = code.next();
      }
    } catch (DiagnosticException e) {
      out.add(" (; ").add(e.diagnostic().message()).add(" ;)");
    }
  }

  /** Prints a constant expression; with {@code keyword} around unless it is one instruction. */
  void constant(ByteSlice expression, String keyword) {
    boolean single = isSingle(expression);
    if (!single) {
      out.add(" (").add(keyword);
    }
    constant(expression);
    if (!single) {
      out.add(')');
    }
  }

  private static boolean isSingle(ByteSlice expression) {
    try {
      CodeReader code = CodeReader.of(expression);
      return code.next() != Opcode.END && code.next() == Opcode.END && code.atEnd();
    } catch (DiagnosticException _) {
      return false;
    }
  }
}
