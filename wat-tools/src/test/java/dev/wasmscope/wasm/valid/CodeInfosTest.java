package dev.wasmscope.wasm.valid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.IndexSpaces;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where branches lead, with what they take along. */
final class CodeInfosTest {

  /** The info of the first function and the offsets of its instructions. */
  private static final class Code {
    private final CodeInfo info;
    private final List<Opcode> opcodes = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();

    Code(String fields) {
      Wat wat = Wat.of("(module " + fields + ")");
      assertEquals(List.of(), wat.messages());
      int first = IndexSpaces.of(wat.module()).importedFunctions();
      info = CodeInfos.of(wat.module()).get(first);
      CodeReader code = CodeReader.ofBody(wat.module().functions().getFirst().body());
      while (!code.atEnd()) {
        opcodes.add(code.next());
        offsets.add(code.offset());
      }
    }

    /** Offset of the {@code n}-th instruction of this kind. */
    int offset(Opcode opcode, int n) {
      int seen = 0;
      for (int i = 0; i < opcodes.size(); i++) {
        if (opcodes.get(i) == opcode && seen++ == n) {
          return offsets.get(i);
        }
      }
      throw new AssertionError("no " + opcode);
    }

    void expect(int entry, int target, int kept, int dropped) {
      SideTable table = info.branches();
      assertEquals(
          List.of(target, kept, dropped),
          List.of(table.target(entry), table.kept(entry), table.dropped(entry)));
    }

    int entry(Opcode opcode, int n) {
      return info.branches().find(offset(opcode, n));
    }
  }

  @Test
  void aBranchOutOfABlockGoesBehindItsEnd() {
    var code =
        new Code(
            """
            (func (result i32)
              (block (result i32)
                (i64.const 1) (i64.const 2) (i32.const 7) (br 0)))
            """);
    code.expect(code.entry(Opcode.BR, 0), code.offset(Opcode.END, 1), 1, 2);
    assertEquals(3, code.info.maxHeight());
  }

  @Test
  void aBranchToALoopGoesToItsFirstInstruction() {
    var code = new Code("(func (i32.const 5) (loop (param i32) (drop) (i32.const 3) (br 0)))");
    code.expect(code.entry(Opcode.BR, 0), code.offset(Opcode.DROP, 0), 1, 0);
  }

  @Test
  void aBranchToTheFunctionGoesToItsFinalEnd() {
    var code = new Code("(func (result i32) (i64.const 1) (i32.const 2) (br 0))");
    code.expect(code.entry(Opcode.BR, 0), code.offset(Opcode.END, 0), 1, 1);
  }

  @Test
  void ifAndElseSkipEachOther() {
    var code = new Code("(func (param i32) (if (local.get 0) (then (nop)) (else (unreachable))))");
    code.expect(code.entry(Opcode.IF, 0), code.offset(Opcode.UNREACHABLE, 0), 0, 0);
    code.expect(code.entry(Opcode.ELSE, 0), code.offset(Opcode.END, 1), 0, 0);
  }

  @Test
  void aTableHasAnEntryForEachLabelTheDefaultLast() {
    var code = new Code("(func (param i32) (block (block (br_table 0 1 2 (local.get 0)))))");
    int first = code.entry(Opcode.BR_TABLE, 0);
    code.expect(first, code.offset(Opcode.END, 1), 0, 0);
    code.expect(first + 1, code.offset(Opcode.END, 2), 0, 0);
    code.expect(first + 2, code.offset(Opcode.END, 2), 0, 0);
    assertEquals(-1, code.info.branches().find(code.offset(Opcode.LOCAL_GET, 0)));
  }

  @Test
  void aHandlerKnowsItsPartItsClausesAndTheOperandsThatStay() {
    var code =
        new Code(
            """
            (tag $t (param i64))
            (func (result i64)
              (f32.const 0)
              (block $h (result i64)
                (try_table (catch $t $h) (throw $t (i64.const 1)))
                (i64.const 2))
              (return))
            """);
    HandlerTable handlers = code.info.handlers();
    int at = code.offset(Opcode.THROW, 0);
    HandlerTable.Handler handler = handlers.handlers().get(handlers.innermost(at));
    assertEquals(-1, handler.parent());
    HandlerTable.Clause clause = handler.clauses().getFirst();
    assertEquals(HandlerTable.ClauseKind.CATCH, clause.kind());
    code.expect(clause.entry(), code.offset(Opcode.RETURN, 0), 1, 1);
    assertEquals(-1, handlers.innermost(code.offset(Opcode.RETURN, 0)));
  }

  @Test
  void legacyHandlersCatchRethrowAndDelegate() {
    var code =
        new Code(
            """
            (tag $t)
            (func
              (try
                (do (try (do (throw $t)) (delegate 0)))
                (catch $t (rethrow 0))
                (catch_all (nop))))
            """);
    List<HandlerTable.Handler> handlers = code.info.handlers().handlers();
    assertEquals(2, handlers.size());
    assertEquals(0, handlers.get(1).parent());
    assertEquals(
        new HandlerTable.Clause(HandlerTable.ClauseKind.DELEGATE, 0, 0),
        handlers.get(1).clauses().getFirst());
    assertEquals(2, handlers.get(0).clauses().size());
    code.expect(handlers.get(0).clauses().get(1).entry(), code.offset(Opcode.NOP, 0), 0, 0);
    code.expect(code.entry(Opcode.RETHROW, 0), 0, 0, 0);
    assertEquals(1, code.info.handlers().innermost(code.offset(Opcode.THROW, 0)));
    assertEquals(-1, code.info.handlers().innermost(code.offset(Opcode.RETHROW, 0)));
  }

  @Test
  void entriesAreSortedByOffset() {
    var code =
        new Code("(func (loop (block (br_if 1 (i32.const 1)) (br_if 0 (i32.const 0)) (br 1))))");
    for (int i = 1; i < code.info.branches().size(); i++) {
      assertTrue(code.info.branches().offset(i - 1) <= code.info.branches().offset(i));
    }
  }
}
