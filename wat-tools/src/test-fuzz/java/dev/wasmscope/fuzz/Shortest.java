package dev.wasmscope.fuzz;

import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.binary.Instruction;
import dev.wasmscope.wasm.binary.LocalDeclarations;
import dev.wasmscope.wasm.binary.TypeWriter;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.Function;
import dev.wasmscope.wasm.module.Global;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.module.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Modules without what the text format cannot express: numbers longer than need be, local
 * declarations in several parts, custom sections and names as bytes.
 */
public final class Shortest {

  private Shortest() {}

  /** The module with all code in its shortest form; without custom sections and names. */
  public static Module of(Module m) {
    return new Module(
        m.types(),
        m.imports(),
        m.functions().stream().map(f -> new Function(f.typeIndex(), body(f.body()))).toList(),
        m.tables().stream()
            .map(t -> new Table(t.type(), t.init().map(Shortest::expression)))
            .toList(),
        m.memories(),
        m.tags(),
        m.strings(),
        m.globals().stream().map(g -> new Global(g.type(), expression(g.init()))).toList(),
        m.exports(),
        m.start(),
        m.elements().stream()
            .map(e -> new ElementSegment(e.type(), items(e.items()), mode(e.mode())))
            .toList(),
        m.data().stream().map(d -> new DataSegment(d.bytes(), mode(d.mode()))).toList(),
        m.hasDataCount(),
        List.of(),
        Names.NONE);
  }

  private static ByteSlice body(ByteSlice body) {
    List<LocalDeclarations.Run> runs = new ArrayList<>();
    for (LocalDeclarations.Run run : LocalDeclarations.read(body).runs()) {
      boolean goesOn = !runs.isEmpty() && runs.getLast().type().equals(run.type());
      int before = goesOn ? runs.removeLast().count() : 0;
      if (before + run.count() != 0) {
        runs.add(new LocalDeclarations.Run(before + run.count(), run.type()));
      }
    }
    var out = new ByteWriter();
    out.u32(runs.size());
    runs.forEach(run -> TypeWriter.valType(out.u32(run.count()), run.type()));
    return code(CodeReader.ofBody(body), out);
  }

  private static ByteSlice expression(ByteSlice expression) {
    return code(CodeReader.of(expression), new ByteWriter());
  }

  private static ByteSlice code(CodeReader code, ByteWriter out) {
    while (!code.atEnd()) {
      code.next();
      Instruction.of(code).write(out);
    }
    return out.toSlice();
  }

  private static ElementSegment.Items items(ElementSegment.Items items) {
    return switch (items) {
      case ElementSegment.Functions functions -> functions;
      case ElementSegment.Expressions(var expressions) ->
          new ElementSegment.Expressions(expressions.stream().map(Shortest::expression).toList());
    };
  }

  private static SegmentMode mode(SegmentMode mode) {
    return mode instanceof SegmentMode.Active(int target, var offset)
        ? new SegmentMode.Active(target, expression(offset))
        : mode;
  }
}
