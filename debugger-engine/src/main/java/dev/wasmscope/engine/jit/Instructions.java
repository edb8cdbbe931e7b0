package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.valid.CodeWalk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The instructions of a function, numbered, with what validation knows of them: so that they can be
 * translated in another order than the one they come in.
 */
record Instructions(List<Instructions.Row> rows) {

  /** What a memory access counts, with the code that leaves if it is out of bounds. */
  private static final int ACCESS = 32;

  /**
   * An instruction.
   *
   * @param offset in the body
   * @param labels of {@code br_table}
   * @param local of what reads or writes one
   * @param cost estimated number of bytes of Java code
   * @param height number of operands behind it
   * @param walk what it takes and leaves; null where its row says so
   */
  record Row(
      int offset, Opcode opcode, int labels, int local, int cost, int height, CodeWalk walk) {}

  static Instructions of(WasmFunction function) {
    List<Row> rows = new ArrayList<>();
    CodeReader reader = CodeReader.ofBody(function.definition().body());
    walk(
        function,
        (offset, walk) -> {
          Opcode opcode = reader.next();
          int labels = opcode == Opcode.BR_TABLE ? reader.labelCount() : 0;
          CodeWalk kept = isFixed(opcode) ? null : walk.kept();
          rows.add(
              new Row(
                  offset, opcode, labels, local(reader), cost(reader, walk), walk.height(), kept));
        });
    return new Instructions(rows);
  }

  /** Estimated number of bytes of Java code, of which it takes seven to nine tenths. */
  int cost() {
    return rows.stream().mapToInt(Row::cost).sum();
  }

  boolean contain(Set<Opcode> opcodes) {
    return rows.stream().anyMatch(row -> opcodes.contains(row.opcode()));
  }

  /**
   * Whether executing a part means using its locals more often than fetching them costs: in loops,
   * and in long code that is executed from end to end.
   */
  boolean dwells(Part part) {
    Set<Integer> locals = new HashSet<>();
    int uses = 0;
    Deque<Boolean> skipped = new ArrayDeque<>(List.of(false));
    for (Row row : rows.subList(part.from(), part.to())) {
      switch (row.opcode()) {
        case LOOP -> {
          return true;
        }
        case BLOCK, TRY_TABLE -> skipped.push(skipped.element());
        case IF -> skipped.push(true);
        case BR, BR_IF, BR_TABLE, BR_ON_NULL, BR_ON_NON_NULL, BR_ON_CAST, BR_ON_CAST_FAIL -> {
          skipped.pop();
          skipped.push(true);
        }
        case END -> {
          if (skipped.size() > 1) {
            skipped.pop();
          }
        }
        case LOCAL_GET, LOCAL_SET, LOCAL_TEE -> {
          locals.add(row.local());
          uses += skipped.element() ? 0 : 1;
        }
        default -> {}
      }
    }
    return uses >= 2 * locals.size();
  }

  private static void walk(WasmFunction function, CodeWalk.Visitor visitor) {
    CodeWalk.through(function.instance().validation(), function.index(), visitor);
  }

  /** The operands behind each of some instructions of which something behind is reached. */
  Map<Integer, List<Kind>> operandsAfter(WasmFunction function, Set<Integer> asked) {
    Map<Integer, List<Kind>> found = new HashMap<>();
    int[] next = {0};
    walk(
        function,
        (_, walk) -> {
          int at = next[0]++;
          if (asked.contains(at) && walk.isReachable()) {
            List<Kind> kinds = new ArrayList<>(walk.height());
            for (int i = 0; i < walk.height(); i++) {
              kinds.add(Kind.of(walk.operand(i)));
            }
            found.put(at, kinds);
          }
        });
    return found;
  }

  private static boolean isFixed(Opcode opcode) {
    return switch (opcode.signature()) {
      case Signature.Constant _, Signature.Fixed _ -> true;
      default -> false;
    };
  }

  private static int local(CodeReader reader) {
    return switch (reader.opcode()) {
      case LOCAL_GET, LOCAL_SET, LOCAL_TEE -> reader.index();
      default -> -1;
    };
  }

  private static int cost(CodeReader reader, CodeWalk walk) {
    Opcode opcode = reader.opcode();
    return switch (opcode) {
      case LOCAL_GET, I32_CONST, I64_CONST, F32_CONST, F64_CONST -> 3;
      case LOCAL_SET, LOCAL_TEE -> 3;
      case NOP, DROP, END, ELSE -> 1;
      case BLOCK -> 2;
      case LOOP -> 20;
      case IF, BR, BR_IF -> 5;
      case RETURN -> 5;
      case BR_TABLE -> 12 + 4 * reader.labelCount();
      case SELECT, GLOBAL_GET, GLOBAL_SET -> 12;
      case CALL -> 20 + 3 * walk.taken();
      case CALL_INDIRECT, CALL_REF -> 40 + 3 * walk.taken();
      case STRUCT_GET, STRUCT_GET_S, STRUCT_GET_U, REF_CAST, REF_CAST_NULL, REF_TEST -> 15;
      case STRUCT_SET, ARRAY_GET, ARRAY_GET_S, ARRAY_GET_U, ARRAY_SET -> 20;
      case STRUCT_NEW -> 15 + 8 * walk.taken();
      default ->
          switch (opcode.signature()) {
            case Signature.Constant _ -> 4;
            case Signature.Fixed _ -> 5;
            case Signature.MemoryAccess _ -> ACCESS;
            default -> 40 + 14 * (walk.taken() + walk.left());
          };
    };
  }
}
