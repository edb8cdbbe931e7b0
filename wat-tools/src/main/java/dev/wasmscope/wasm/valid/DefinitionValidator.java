package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.Global;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.module.Table;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Validates what a module imports, defines and exports (§3.4.15 ff.), but functions' bodies. */
final class DefinitionValidator {

  private final Module module;
  private final ModuleValidator to;
  private final IndexSpaces spaces;

  DefinitionValidator(Module module, ModuleValidator to) {
    this.module = module;
    this.to = to;
    this.spaces = IndexSpaces.of(module);
  }

  /** Types of imports and definitions, which all else builds on; exports and start. */
  void externals() {
    for (int i = 0; i < spaces.functions().size(); i++) {
      functionType(Definition.Kind.FUNCTION, i, spaces.functions().get(i));
    }
    for (int i = 0; i < spaces.tables().size(); i++) {
      table(spaces.tables().get(i), i);
    }
    for (int i = 0; i < spaces.memories().size(); i++) {
      memory(spaces.memories().get(i), i);
    }
    for (int i = 0; i < spaces.globals().size(); i++) {
      value(spaces.globals().get(i).type(), Definition.Kind.GLOBAL, i);
    }
    for (int i = 0; i < spaces.tags().size(); i++) {
      tag(spaces.tags().get(i).typeIndex(), i);
    }
    for (int i = 0; i < module.elements().size(); i++) {
      value(module.elements().get(i).type(), Definition.Kind.ELEMENT, i);
    }
    exports();
    module.start().ifPresent(this::start);
  }

  private boolean functionType(Definition.Kind kind, int index, int typeIndex) {
    if (Integer.compareUnsigned(typeIndex, spaces.types().size()) >= 0) {
      to.report(
          kind, index, DiagnosticCode.UNKNOWN_TYPE, " " + Integer.toUnsignedString(typeIndex));
      return false;
    }
    if (spaces.funcType(typeIndex).isEmpty()) {
      to.report(kind, index, DiagnosticCode.NON_FUNCTION_TYPE, " " + typeIndex);
      return false;
    }
    return true;
  }

  private void value(ValType type, Definition.Kind kind, int index) {
    if (type instanceof RefType(_, TypeIndex(int named))
        && Integer.compareUnsigned(named, spaces.types().size()) >= 0) {
      to.report(kind, index, DiagnosticCode.UNKNOWN_TYPE, " " + Integer.toUnsignedString(named));
    }
  }

  private void table(TableType type, int index) {
    value(type.element(), Definition.Kind.TABLE, index);
    LimitsRules.table(type, (code, rest) -> to.report(Definition.Kind.TABLE, index, code, rest));
  }

  private void memory(MemoryType type, int index) {
    LimitsRules.memory(type, (code, rest) -> to.report(Definition.Kind.MEMORY, index, code, rest));
  }

  private void tag(int typeIndex, int index) {
    if (functionType(Definition.Kind.TAG, index, typeIndex)
        && !spaces.funcType(typeIndex).orElseThrow().results().isEmpty()) {
      to.report(Definition.Kind.TAG, index, DiagnosticCode.TAG_RESULT, "");
    }
  }

  private void exports() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < module.exports().size(); i++) {
      Export export = module.exports().get(i);
      if (!names.add(export.name())) {
        to.report(Definition.Kind.EXPORT, i, DiagnosticCode.DUPLICATE_EXPORT, ": " + export.name());
      }
      export(export, i);
    }
  }

  private void export(Export export, int index) {
    int size =
        switch (export.kind()) {
          case FUNC -> spaces.functions().size();
          case TABLE -> spaces.tables().size();
          case MEMORY -> spaces.memories().size();
          case GLOBAL -> spaces.globals().size();
          case TAG -> spaces.tags().size();
        };
    if (Integer.compareUnsigned(export.index(), size) >= 0) {
      DiagnosticCode code =
          switch (export.kind()) {
            case FUNC -> DiagnosticCode.UNKNOWN_FUNCTION;
            case TABLE -> DiagnosticCode.UNKNOWN_TABLE;
            case MEMORY -> DiagnosticCode.UNKNOWN_MEMORY;
            case GLOBAL -> DiagnosticCode.UNKNOWN_GLOBAL;
            case TAG -> DiagnosticCode.UNKNOWN_TAG;
          };
      to.report(
          Definition.Kind.EXPORT, index, code, " " + Integer.toUnsignedString(export.index()));
    }
  }

  private void start(int function) {
    if (Integer.compareUnsigned(function, spaces.functions().size()) >= 0) {
      to.report(
          Definition.Kind.START,
          0,
          DiagnosticCode.UNKNOWN_FUNCTION,
          " " + Integer.toUnsignedString(function));
      return;
    }
    FuncType type = spaces.funcType(spaces.functions().get(function)).orElse(FuncType.EMPTY);
    if (!type.equals(FuncType.EMPTY)) {
      to.report(
          Definition.Kind.START,
          0,
          DiagnosticCode.START_FUNCTION,
          ": must take and return nothing, found " + type);
    }
  }

  /** Constant expressions and segments; everything named in types is known by now. */
  void contents(ModuleContext context) {
    var code = new CodeValidator(context);
    for (int i = 0; i < module.tables().size(); i++) {
      tableInit(code, module.tables().get(i), spaces.importedTables() + i);
    }
    for (int i = 0; i < module.globals().size(); i++) {
      Global global = module.globals().get(i);
      int index = spaces.importedGlobals() + i;
      int type = TypeCodes.of(global.type().type());
      to.constant(code, global.init(), type, Definition.Kind.GLOBAL, index, index);
    }
    for (int i = 0; i < module.elements().size(); i++) {
      elements(code, module.elements().get(i), i);
    }
    for (int i = 0; i < module.data().size(); i++) {
      data(code, module.data().get(i).mode(), i);
    }
  }

  /** Tables come before the globals that the module defines. */
  private void tableInit(CodeValidator code, Table table, int index) {
    RefType element = table.type().element();
    if (table.init().isPresent()) {
      to.constant(
          code,
          table.init().get(),
          TypeCodes.of(element),
          Definition.Kind.TABLE,
          index,
          spaces.importedGlobals());
    } else if (!element.nullable()) {
      to.report(
          Definition.Kind.TABLE,
          index,
          DiagnosticCode.TYPE_MISMATCH,
          ": a table of " + element + " needs an initial element");
    }
  }

  private void elements(CodeValidator code, ElementSegment segment, int index) {
    Definition.Kind kind = Definition.Kind.ELEMENT;
    int globals = spaces.globals().size();
    if (segment.mode() instanceof SegmentMode.Active(int table, ByteSlice offset)) {
      if (Integer.compareUnsigned(table, spaces.tables().size()) >= 0) {
        to.report(kind, index, DiagnosticCode.UNKNOWN_TABLE, " " + Integer.toUnsignedString(table));
        return;
      }
      TableType type = spaces.tables().get(table);
      if (!code.context.subtyping.matches(segment.type(), type.element())) {
        to.report(
            kind,
            index,
            DiagnosticCode.TYPE_MISMATCH,
            ": expected " + type.element() + ", found " + segment.type());
      }
      int address = TypeCodes.of(type.address().type());
      to.constant(code, offset, address, kind, index, globals);
    }
    switch (segment.items()) {
      case ElementSegment.Functions(var functions) -> functions(functions, index);
      case ElementSegment.Expressions(var expressions) -> {
        int type = TypeCodes.of(segment.type());
        for (ByteSlice expression : expressions) {
          to.constant(code, expression, type, kind, index, globals);
        }
      }
    }
  }

  private void functions(List<Integer> functions, int index) {
    for (int function : functions) {
      if (Integer.compareUnsigned(function, spaces.functions().size()) >= 0) {
        to.report(
            Definition.Kind.ELEMENT,
            index,
            DiagnosticCode.UNKNOWN_FUNCTION,
            " " + Integer.toUnsignedString(function));
      }
    }
  }

  private void data(CodeValidator code, SegmentMode mode, int index) {
    Definition.Kind kind = Definition.Kind.DATA;
    if (mode instanceof SegmentMode.Active(int memory, ByteSlice offset)) {
      if (Integer.compareUnsigned(memory, spaces.memories().size()) >= 0) {
        to.report(
            kind, index, DiagnosticCode.UNKNOWN_MEMORY, " " + Integer.toUnsignedString(memory));
        return;
      }
      int address = TypeCodes.of(spaces.memories().get(memory).address().type());
      to.constant(code, offset, address, kind, index, spaces.globals().size());
    }
  }
}
