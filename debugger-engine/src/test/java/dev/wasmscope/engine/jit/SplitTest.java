package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.runtime.HostCode;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.engine.trap.Trap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Functions that are too large for one Java method do what the interpreter does. */
class SplitTest {

  /** Compares in both gears what {@code run} gives for each of some arguments. */
  private static void same(String text, int... arguments) {
    TestProgram compiled = TestProgram.start(true, text);
    TestProgram interpreted = TestProgram.start(false, text);
    for (int argument : arguments) {
      assertEquals(interpreted.call("run", argument), compiled.call("run", argument));
    }
    assertEquals(Map.of(), compiled.jit().report().refused());
    assertTrue(compiled.jit().report().functions() > 0);
  }

  private static String function(String locals, String body) {
    return "(module (memory 1) (func (export \"run\") (param $n i32) (result i32) "
        + locals
        + body
        + "))";
  }

  @Test
  void straightCodeOfManyTimesTheLimit() {
    var body = new StringBuilder();
    for (int i = 0; i < 8000; i++) {
      body.append("(local.set $")
          .append("ab".charAt(i % 2))
          .append(" (i32.add (i32.mul (local.get $b)");
      body.append("(i32.const ").append(i * 7919).append(")) (local.get $a)))\n");
      body.append("(i32.store (i32.const ").append(4 * (i % 1000)).append(") (local.get $a))\n");
    }
    same(
        function(
            "(local $a i32) (local $b i32)",
            "(local.set $b (local.get $n))"
                + body
                + "(i32.xor (local.get $a) (i32.load (i32.const 1000)))"),
        5);
  }

  @Test
  void theReportSaysInHowManyMethodsAFunctionIs() {
    TestProgram program =
        TestProgram.start(
            true,
            function("", "(local.get $n)" + "(i32.load (i32.and (i32.const 255)))".repeat(1000)));
    program.call("run", 1);
    int parts = program.jit().report().parts().get(program.function("run").name());
    assertTrue(parts > 2, () -> parts + " methods");
  }

  @Test
  void operandsThatAreOnTheStackAllTheTime() {
    var body = new StringBuilder("(local.get $n) (i32.const 3) (local.get $n)");
    for (int i = 0; i < 9000; i++) {
      body.append("(i32.add (i32.load8_u (i32.const ").append(i).append(")))\n");
      if (i % 100 == 99) {
        body.append("(local.set $n (i32.const ").append(i).append("))");
      }
    }
    same(function("", body + "i32.mul i32.sub"), 77);
  }

  @Test
  void aTableOfThreeThousandArmsInALoop() {
    int arms = 3000;
    var body = new StringBuilder("(loop $next\n");
    body.append("(block $out ").append("(block ".repeat(arms)).append("(br_table");
    for (int i = 0; i < arms; i++) {
      body.append(' ').append(i);
    }
    body.append(" $out (local.get $pc)))\n");
    for (int i = 1; i <= arms; i++) {
      int from = i * 31 % 300;
      int to = i * 17 % 300;
      body.append("(local.set $l").append(to).append(" (i32.add (local.get $l").append(from);
      body.append(") (i32.const ").append(i).append(")))");
      body.append("(local.set $pc (i32.add (local.get $pc) (i32.const ").append(1 + i % 3);
      body.append(")))(br $next)").append(i < arms ? ")\n" : "");
    }
    body.append("))");
    var locals = new StringBuilder("(local $pc i32)");
    for (int i = 0; i < 300; i++) {
      locals.append("(local $l").append(i).append(" i32)");
    }
    var sum = new StringBuilder("(local.get $n)");
    for (int i = 0; i < 300; i++) {
      sum.append("(i32.xor (local.get $l").append(i).append("))");
    }
    same(function(locals.toString(), "(local.set $l7 (local.get $n))" + body + sum), 9);
  }

  /** Otherwise each instruction of an interpreter would go through several methods and back. */
  @Test
  void whatDispatchesCallsItsArmsItself() {
    int arms = 128;
    var body = new StringBuilder("(loop $next (block $out").append("(block ".repeat(arms));
    body.append("(br_table");
    for (int i = 0; i <= arms; i++) {
      body.append(' ').append(i * 37 % arms);
    }
    body.append(" (i32.and (local.get $n) (i32.const 127)))");
    for (int i = 0; i < arms; i++) {
      body.append(")(local.set $a (i32.add (local.get $a) (i32.mul (local.get $b)(i32.const 9))))")
          .append("(local.set $b (i32.xor (local.get $a) (i32.const ")
          .append(i)
          .append(")))(local.set $a (i32.rotl (local.get $a)(i32.const 3)))(br $out)");
    }
    body.append(")(br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))");
    String text = function("(local $a i32) (local $b i32)", body + "(local.get $b)");
    Instructions instructions = Instructions.of(TestProgram.start(false, text).function("run"));
    Part whole = SplitPlan.of(instructions, UnitAssembler.HOTSPOT_LIMIT * 4 / 5, -1);
    assertEquals(2, whole.levels());
    assertEquals(arms, whole.inner().size());
    same(text, 1000);
  }

  /** Who calls a part asks where it has come to only if that is more than one place. */
  @Test
  void armsWithOneWayOutAndWithSeveral() {
    String[] ends = {
      "(br $out)",
      "(br $next)",
      "(br_if $next (i32.and (local.get $a) (i32.const 1)))",
      "",
      "(block $in (br_if $in (i32.and (local.get $a) (i32.const 2)))(br $out))",
      "(loop $again (br_if $again (i32.rem_s (local.tee $a (i32.add (local.get $a) (i32.const 1)))"
          + " (i32.const 3))))",
      "(br_table $out $next $far $out (i32.and (local.get $a) (i32.const 3)))",
      "(if (i32.eqz (i32.rem_u (local.get $b) (i32.const 50))) (then (return (local.get $b))))",
      "(br_if $far (i32.eqz (i32.rem_u (local.get $a) (i32.const 40))))(br $next)",
      "(if (i32.rem_u (local.get $a) (i32.const 60)) (then (br $out))) (return (local.get $a))"
    };
    int arms = 120;
    String count =
        "(if (i32.gt_s (local.tee $c (i32.add (local.get $c) (i32.const 1))) (i32.const 5000))"
            + "(then (return (i32.const -1))))";
    var body = new StringBuilder("(loop $far (loop $next ").append(count).append("(block $out");
    body.append("(block ".repeat(arms)).append("(br_table");
    for (int i = 0; i <= arms; i++) {
      body.append(' ').append(i * 37 % arms);
    }
    body.append(" (i32.and (local.get $n) (i32.const 127)))");
    for (int i = 0; i < arms; i++) {
      body.append(")(local.set $a (i32.add (local.get $a) (i32.mul (local.get $b)(i32.const 9))))")
          .append("(local.set $n (i32.add (local.get $n) (i32.const 11)))")
          .append("(local.set $b (i32.xor (local.get $a) (i32.const ")
          .append(i)
          .append(")))(local.set $a (i32.rotl (local.get $a)(i32.const 3)))")
          .append(ends[i % ends.length]);
    }
    body.append(")(br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))");
    String text = function("(local $a i32) (local $b i32) (local $c i32)", body + "(local.get $b)");
    assertTrue(parts(text) > arms / 2);
    same(text, IntStream.range(0, 300).toArray());
  }

  private static int parts(String text) {
    Instructions instructions = Instructions.of(TestProgram.start(false, text).function("run"));
    return SplitPlan.of(instructions, UnitAssembler.HOTSPOT_LIMIT * 4 / 5, -1).inner().size();
  }

  @Test
  void blocksNestedTwoThousandDeep() {
    int depth = 2000;
    var body = new StringBuilder("(block ".repeat(depth));
    body.append("(br_if 1999 (i32.eqz (local.get $n)))");
    for (int i = 0; i < depth; i++) {
      body.append("(local.set $n (i32.rotl (i32.add (local.get $n) (i32.const ").append(i);
      body.append(")) (i32.const 3)))(br_if ").append((depth - i - 1) / 2);
      body.append(" (i32.eq (i32.and (local.get $n) (i32.const 63)) (i32.const 9))))\n");
    }
    same(function("", body + "(local.get $n)"), IntStream.range(0, 50).toArray());
  }

  @Test
  void moreParametersThanJavaAllows() {
    var params = new StringBuilder("(param $n i32)");
    var body = new StringBuilder("(local.get 0)");
    var arguments = new StringBuilder("(local.get $n)");
    for (int i = 1; i < 300; i++) {
      params.append(i % 2 == 0 ? " (param i64)" : " (param i32)");
      arguments.append(i % 2 == 0 ? "(i64.const " : "(i32.const ").append(i).append(')');
      String get = "(local.get " + i + ")";
      body.append("(i32.xor (i32.mul (i32.const ").append(i).append(") ");
      body.append(i % 2 == 0 ? "(i32.wrap_i64 " + get + ")" : get).append("))");
    }
    String many = body.toString();
    same(
        "(module (func $many "
            + params
            + " (result i32) "
            + many
            + ") (func (export \"run\") (param $n i32) (result i32) (call $many "
            + arguments
            + ")))",
        3);
  }

  @Test
  void aTrapShowsTheFrameThatTheInterpreterShows() {
    for (int n = 1; n < 400; n += 57) {
      assertEquals(seenAtTrap(false, n), seenAtTrap(true, n));
    }
  }

  /** Fails in round {@code n}, with operands on the stack. */
  private static List<String> seenAtTrap(boolean compiled, int n) {
    var body = new StringBuilder("(f64.const 2.5) (local.get $n) (i32.const 7)");
    for (int i = 0; i < 400; i++) {
      body.append("(local.set $a (i64.add (local.get $a) (i64.const ").append(i).append(")))");
      body.append("(local.tee $b (i32.div_u (i32.const 100) (i32.sub (local.get $n) (i32.const ");
      body.append(i)
          .append("))))(block (param i32) (result i32) (br_if 0 (local.get $n))) i32.add\n");
    }
    String text =
        function("(local $a i64) (local $b i32)", "(i32.const 1)" + body + "drop drop drop");
    List<String> seen = new ArrayList<>();
    TestProgram program = TestProgram.start(compiled, text);
    program
        .thread()
        .stopHandler(
            (thread, reason) -> thread.frames().forEach(frame -> seen.add(show(frame, reason))));
    assertThrows(Trap.class, () -> program.call("run", n));
    assertEquals(1, seen.size());
    return seen;
  }

  private static String show(FrameView frame, StopReason reason) {
    List<Value> locals = IntStream.range(0, frame.localCount()).mapToObj(frame::local).toList();
    return reason.getClass() + " " + frame.place() + " " + locals + " " + frame.operands();
  }

  /**
   * Loops in loops, with operands below and brought by branches, and two results; calls the host in
   * each round of each.
   */
  private static String nest() {
    var work = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      work.append("(local.set $a (i64.add (local.get $a) (i64.rotl (local.get $a) (i64.const ")
          .append(i)
          .append("))))(local.set $b (f64.add (local.get $b) (f64.const ")
          .append(i)
          .append(")))");
    }
    return "(module (import \"host\" \"call\" (func $host))"
        + "(func (export \"run\") (param $n i32) (result i32 i64)"
        + " (local $i i32) (local $a i64) (local $b f64) (local $r externref)"
        + "(local.set $a (i64.const 77)) (i32.const 5) (f32.const 2.5) (local.get $n)"
        + "(loop $outer (param i32) (result i32)"
        + work
        + "(call $host)(local.set $i (i32.const 4)) (i64.const 9)"
        + "(loop $inner (param i64) (result i64)"
        + work
        + "(call $host) (i64.add (local.get $a))"
        + "(br_if $inner (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))"
        + work
        + "(loop $last (call $host)(br_if $last (i32.lt_u (local.tee $i (i32.add (local.get $i)"
        + " (i32.const 1))) (i32.const 3))))"
        + "(local.set $a (i64.xor (local.get $a))) (i32.add (i32.const 3))"
        + "(br_if $outer (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))"
        + "(drop (local.set $n)) (i32.add (local.get $n))"
        + "(i64.add (local.get $a) (i64.trunc_f64_s (local.get $b)))))";
  }

  @Test
  void whoIsInALoopGoesOnInTheCodeOfTheWholeFunction() {
    int rounds = 6;
    int calls = rounds * (1 + 4 + 3);
    List<Value> expected = TestProgram.start(false, nest()).call("run", rounds);
    for (int compiledAt = 1; compiledAt <= calls; compiledAt++) {
      Deque<Runnable> tasks = new ArrayDeque<>();
      int[] left = {compiledAt};
      Jit jit = new Jit(tasks::add, Fuel.UNLIMITED);
      HostCode compiles =
          _ -> {
            if (--left[0] <= 0) {
              tasks.forEach(Runnable::run);
              tasks.clear();
            }
          };
      TestProgram program = TestProgram.start(nest(), compiles, jit);
      assertEquals(expected, program.call("run", rounds), "compiled at call " + compiledAt);
      assertEquals(1, jit.report().functions());
      assertEquals(0, jit.report().loops());
    }
  }

  @Test
  void aPausedLoopGoesOnAsIfNothingHadBeen() {
    var body = new StringBuilder("(local.get $n) (loop $l (param i32) (result i32)\n");
    for (int i = 0; i < 400; i++) {
      body.append("(local.set $a (i64.add (local.get $a) (i64.const ").append(i).append(")))");
      if (i % 40 == 0) {
        body.append("(call $host)");
      }
      body.append("(i32.rotl (i32.const ").append(i).append(") (i32.const 5)) i32.add\n");
    }
    body.append("(i32.add (i32.wrap_i64 (local.get $a)))");
    body.append("(local.set $n (i32.sub (local.get $n) (i32.const 1)))(br_if $l (local.get $n)))");
    String text =
        "(module (import \"host\" \"call\" (func $host)) (func (export \"run\") (param $n i32)"
            + " (result i32) (local $a i64) "
            + body
            + "))";
    List<Value> expected = TestProgram.start(false, text).call("run", 30);
    TestProgram[] program = new TestProgram[1];
    int[] stops = {0};
    program[0] = TestProgram.start(true, text, _ -> program[0].thread().pause());
    program[0].thread().stopHandler((_, _) -> stops[0]++);
    assertEquals(expected, program[0].call("run", 30));
    assertTrue(stops[0] > 20, () -> stops[0] + " stops");
    assertEquals(Map.of(), program[0].jit().report().refused());
  }
}
