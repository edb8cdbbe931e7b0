package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.StructType;
import java.util.Optional;

/**
 * How many operands instructions take and leave, as far as printing needs it: where the count is
 * not known, no operands are folded in, which is never wrong.
 *
 * @param operands number of operands taken
 * @param results number of operands left
 */
record Arity(int operands, int results) {

  private static final Arity NOTHING = new Arity(0, 0);

  /** The arity of the instruction that {@code code} has just read. */
  static Arity of(CodeReader code, IndexSpaces spaces) {
    return switch (code.opcode().signature()) {
      case Signature.Fixed(var params, var results) -> new Arity(params.size(), results.size());
      case Signature.Constant _ -> new Arity(0, 1);
      case Signature.MemoryAccess(var params, var results, _) ->
          new Arity(1 + params.size(), results.size());
      case Signature.Special _ -> special(code, spaces);
    };
  }

  private static Arity special(CodeReader code, IndexSpaces spaces) {
    return switch (code.opcode().immediate()) {
      case LOCAL, GLOBAL -> variable(code.opcode());
      case FUNCTION -> function(code, spaces);
      case TYPE_TABLE -> plus(callee(code.index(), spaces), 1);
      case TYPE -> typed(code, spaces);
      case HEAP_TYPE -> code.opcode() == Opcode.REF_NULL ? new Arity(0, 1) : new Arity(1, 1);
      case TYPE_FIELD -> code.opcode() == Opcode.STRUCT_SET ? new Arity(2, 0) : new Arity(1, 1);
      case TYPE_LENGTH -> new Arity(code.index2(), 1);
      case TYPE_DATA, TYPE_ELEM -> segment(code.opcode());
      case TYPE_TYPE -> new Arity(5, 0);
      case VAL_TYPES -> new Arity(3, 1);
      case TABLE -> table(code.opcode());
      case MEMORY -> memory(code.opcode());
      case TABLE_TABLE, MEMORY_MEMORY, ELEM_TABLE, DATA_MEMORY -> new Arity(3, 0);
      case TAG -> tag(code, spaces);
      case LABEL -> label(code.opcode());
      case LABEL_TABLE -> new Arity(1, 0);
      case STRING -> new Arity(0, 1);
      case NONE -> plain(code.opcode());
      default -> NOTHING;
    };
  }

  private static Arity variable(Opcode opcode) {
    return switch (opcode) {
      case LOCAL_GET, GLOBAL_GET -> new Arity(0, 1);
      case LOCAL_TEE -> new Arity(1, 1);
      default -> new Arity(1, 0);
    };
  }

  private static Arity function(CodeReader code, IndexSpaces spaces) {
    if (code.opcode() == Opcode.REF_FUNC) {
      return new Arity(0, 1);
    }
    int index = code.index();
    boolean known = index >= 0 && index < spaces.functions().size();
    Arity callee = known ? callee(spaces.functions().get(index), spaces) : NOTHING;
    return code.opcode() == Opcode.RETURN_CALL ? new Arity(callee.operands, 0) : callee;
  }

  private static Arity callee(int type, IndexSpaces spaces) {
    Optional<FuncType> func = spaces.funcType(type);
    return func.map(f -> new Arity(f.params().size(), f.results().size())).orElse(NOTHING);
  }

  private static Arity plus(Arity callee, int operands) {
    return new Arity(callee.operands + operands, callee.results);
  }

  private static Arity typed(CodeReader code, IndexSpaces spaces) {
    int type = code.index();
    return switch (code.opcode()) {
      case CALL_REF, RETURN_CALL_REF -> plus(callee(type, spaces), 1);
      case STRUCT_NEW -> new Arity(fields(type, spaces), 1);
      case STRUCT_NEW_DEFAULT -> new Arity(0, 1);
      case ARRAY_NEW_DEFAULT -> new Arity(1, 1);
      case ARRAY_NEW, ARRAY_GET, ARRAY_GET_S, ARRAY_GET_U -> new Arity(2, 1);
      case ARRAY_SET -> new Arity(3, 0);
      case ARRAY_FILL -> new Arity(4, 0);
      default -> NOTHING;
    };
  }

  private static int fields(int type, IndexSpaces spaces) {
    boolean known = type >= 0 && type < spaces.types().size();
    if (!known) {
      return 0;
    }
    return switch (spaces.types().get(type).composite()) {
      case StructType struct -> struct.fields().size();
      case ArrayType _, FuncType _ -> 0;
    };
  }

  private static Arity segment(Opcode opcode) {
    return switch (opcode) {
      case ARRAY_NEW_DATA, ARRAY_NEW_ELEM -> new Arity(2, 1);
      default -> new Arity(4, 0);
    };
  }

  private static Arity table(Opcode opcode) {
    return switch (opcode) {
      case TABLE_GET -> new Arity(1, 1);
      case TABLE_SET -> new Arity(2, 0);
      case TABLE_GROW -> new Arity(2, 1);
      case TABLE_SIZE -> new Arity(0, 1);
      default -> new Arity(3, 0);
    };
  }

  private static Arity memory(Opcode opcode) {
    return switch (opcode) {
      case MEMORY_SIZE -> new Arity(0, 1);
      case MEMORY_GROW -> new Arity(1, 1);
      case MEMORY_FILL -> new Arity(3, 0);
      default -> NOTHING;
    };
  }

  private static Arity tag(CodeReader code, IndexSpaces spaces) {
    int index = code.index();
    boolean known = index >= 0 && index < spaces.tags().size();
    Arity tag = known ? callee(spaces.tags().get(index).typeIndex(), spaces) : NOTHING;
    return new Arity(tag.operands, 0);
  }

  private static Arity label(Opcode opcode) {
    return switch (opcode) {
      case BR_IF, BR_ON_NON_NULL -> new Arity(1, 0);
      case BR_ON_NULL -> new Arity(1, 1);
      default -> NOTHING;
    };
  }

  private static Arity plain(Opcode opcode) {
    return switch (opcode) {
      case DROP, THROW_REF -> new Arity(1, 0);
      case SELECT -> new Arity(3, 1);
      case REF_EQ -> new Arity(2, 1);
      case REF_IS_NULL,
          REF_AS_NON_NULL,
          ARRAY_LEN,
          ANY_CONVERT_EXTERN,
          EXTERN_CONVERT_ANY,
          REF_I31,
          I31_GET_S,
          I31_GET_U ->
          new Arity(1, 1);
      default -> NOTHING;
    };
  }
}
