package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.CatchClause;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.OpcodeIndex;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.VecType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keywords of the text format that are no instructions. */
public final class Keywords {

  /** What a module consists of (§6.6). */
  public static final List<String> FIELDS =
      List.of(
          "type", "rec", "import", "func", "table", "memory", "tag", "global", "export", "start",
          "elem", "data");

  private static final List<String> STRUCTURE =
      List.of(
          "module",
          "param",
          "result",
          "local",
          "mut",
          "field",
          "sub",
          "final",
          "ref",
          "null",
          "then",
          "do",
          "item",
          "offset",
          "declare",
          "shared",
          "unshared",
          "pagesize",
          "struct",
          "array",
          "definition",
          "instance",
          "binary",
          "quote");

  private static final List<String> SCRIPT =
      List.of(
          "register",
          "invoke",
          "get",
          "either",
          "thread",
          "wait",
          "assert_return",
          "assert_trap",
          "assert_exhaustion",
          "assert_exception",
          "assert_invalid",
          "assert_malformed",
          "assert_unlinkable",
          "assert_invalid_custom",
          "assert_malformed_custom",
          "ref.extern",
          "ref.host",
          "ref.struct",
          "ref.array",
          "ref.any",
          "ref.exn",
          "nan:canonical",
          "nan:arithmetic");

  private static final Set<String> ALL = structural();
  private static final Set<String> WITH_INSTRUCTIONS = withInstructions();

  private Keywords() {}

  private static Set<String> structural() {
    var all = new LinkedHashSet<>(FIELDS);
    all.addAll(STRUCTURE);
    all.addAll(types());
    for (CatchClause.Kind kind : CatchClause.Kind.values()) {
      all.add(kind.keyword());
    }
    for (LaneShape shape : LaneShape.values()) {
      all.add(shape.keyword());
    }
    all.addAll(SCRIPT);
    return all;
  }

  /** The keywords of types: numbers, vectors, packed, heap types and short reference types. */
  public static List<String> types() {
    var types = new ArrayList<String>();
    for (NumType type : NumType.values()) {
      types.add(type.toString());
    }
    for (VecType type : VecType.values()) {
      types.add(type.toString());
    }
    for (PackedType type : PackedType.values()) {
      types.add(type.toString());
    }
    for (AbsHeapType type : AbsHeapType.values()) {
      types.add(type.toString());
      types.add(type.nullableName());
    }
    return types;
  }

  /** Whether {@code word} means something somewhere in the text format. */
  static boolean isKnown(String word) {
    return ALL.contains(word)
        || OpcodeIndex.mnemonic(word) != null
        || word.matches("(offset|align)=(0x[0-9a-fA-F]+(_[0-9a-fA-F]+)*|[0-9]+(_[0-9]+)*)");
  }

  /** All keywords, those of instructions too. */
  static Set<String> all() {
    return WITH_INSTRUCTIONS;
  }

  private static Set<String> withInstructions() {
    var all = new LinkedHashSet<>(ALL);
    for (Opcode opcode : Opcode.values()) {
      all.add(opcode.mnemonic());
    }
    return all;
  }
}
