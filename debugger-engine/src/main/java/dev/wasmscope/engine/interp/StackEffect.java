package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.StructType;

/** By how many operands an instruction that does not branch changes the stack. */
final class StackEffect {

  private final IndexSpaces spaces;

  StackEffect(Instance instance) {
    spaces = instance.spaces();
  }

  /** Operands left minus operands taken by the instruction just read. */
  int of(CodeReader code) {
    Opcode opcode = code.opcode();
    return switch (opcode.signature()) {
      case Signature.Constant _ -> 1;
      case Signature.Fixed fixed -> fixed.results().size() - fixed.params().size();
      case Signature.MemoryAccess access -> access.results().size() - access.params().size() - 1;
      case Signature.Special _ -> special(code, opcode);
    };
  }

  private int special(CodeReader code, Opcode opcode) {
    return switch (opcode) {
      case CALL -> call(spaces.functions().get(code.index()));
      case CALL_INDIRECT, CALL_REF -> call(code.index()) - 1;
      case STRUCT_NEW -> 1 - fields(code.index());
      case ARRAY_NEW_FIXED -> 1 - code.index2();
      case LOCAL_GET,
          GLOBAL_GET,
          REF_NULL,
          REF_FUNC,
          MEMORY_SIZE,
          TABLE_SIZE,
          STRUCT_NEW_DEFAULT,
          STRING_CONST ->
          1;
      case DROP,
          LOCAL_SET,
          GLOBAL_SET,
          TABLE_GROW,
          REF_EQ,
          ARRAY_NEW,
          ARRAY_NEW_DATA,
          ARRAY_NEW_ELEM,
          ARRAY_GET,
          ARRAY_GET_S,
          ARRAY_GET_U ->
          -1;
      case SELECT, SELECT_T, TABLE_SET, STRUCT_SET -> -2;
      case TABLE_INIT, TABLE_COPY, TABLE_FILL, MEMORY_INIT, MEMORY_COPY, MEMORY_FILL, ARRAY_SET ->
          -3;
      case ARRAY_FILL, ARRAY_INIT_DATA, ARRAY_INIT_ELEM -> -4;
      case ARRAY_COPY -> -5;
      default -> 0;
    };
  }

  private int call(int typeIndex) {
    FuncType type = spaces.funcType(typeIndex).orElseThrow();
    return type.results().size() - type.params().size();
  }

  private int fields(int typeIndex) {
    return ((StructType) spaces.types().get(typeIndex).composite()).fields().size();
  }
}
