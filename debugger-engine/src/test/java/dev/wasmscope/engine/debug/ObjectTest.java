package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueFormat;
import dev.wasmscope.wasm.type.NumType;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looking into objects of the heap at a stop, and changing them. */
@Timeout(60)
class ObjectTest {

  private static final String MODULE =
      """
      (module
        (type $Node (struct (field $value (mut i32)) (field $next (mut (ref null $Node)))))
        (type $Bytes (array (mut i8)))
        (type $Fixed (struct (field $id i64)))
        (type $fn (func))
        (tag $oops (param i32 f64))
        (func $helper)
        (elem declare func $helper)
        (func (export "main") (result i32)
          (local $a (ref null $Node)) (local $bytes (ref null $Bytes)) (local $fixed (ref null $Fixed))
          (local $f funcref) (local $i i31ref) (local $any anyref) (local $e exnref)
          (local $b (ref null $Node))
          (local.set $a (struct.new $Node (i32.const 1) (ref.null $Node)))
          (local.set $b (struct.new $Node (i32.const 2) (local.get $a)))
          (struct.set $Node $next (local.get $a) (local.get $b))
          (local.set $bytes (array.new $Bytes (i32.const 200) (i32.const 1000)))
          (local.set $fixed (struct.new $Fixed (i64.const -1)))
          (local.set $f (ref.func $helper))
          (local.set $i (ref.i31 (i32.const -7)))
          (local.set $any (local.get $fixed))
          (block $caught (result exnref)
            (try_table (catch_all_ref $caught) (throw $oops (i32.const 3) (f64.const 0.5)))
            unreachable)
          local.set $e
          (struct.get $Node $value (local.get $a)) ;; here
        )
      )
      """;

  private static DebugRun stopped() {
    DebugRun run = DebugRun.of(MODULE, "main");
    run.startAtEntry();
    while (!text(run, "e").startsWith("$oops")) {
      run.session.stepInto(Granularity.INSTRUCTION);
      run.awaitStop();
    }
    return run;
  }

  private static Variable local(DebugRun run, String name) {
    return run.session.snapshot().orElseThrow().top().locals().stream()
        .filter(v -> v.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String text(DebugRun run, String name) {
    return local(run, name).text(ValueFormat.SIGNED);
  }

  private static List<Variable> members(DebugRun run, Variable owner, int from, int count)
      throws ExecutionException {
    return DebugRun.await(run.session.members(0, owner.value(), from, count));
  }

  private static String reason(Future<?> edit) {
    ExecutionException failure = assertThrows(ExecutionException.class, () -> DebugRun.await(edit));
    return failure.getCause().getMessage();
  }

  @Test
  void everyReferenceIsPutIntoWords() {
    try (DebugRun run = stopped()) {
      assertEquals(
          "$Node {value: 1, next: $Node {value: 2, next: $Node {…}}}", text(run, "a"), "a cycle");
      assertEquals(
          "$Bytes [200, 200, 200, 200, 200, 200, 200, 200, … 992 more]", text(run, "bytes"));
      assertEquals("$helper", text(run, "f"));
      assertEquals("ref.i31 -7", text(run, "i"));
      assertEquals("$Fixed {id: -1}", text(run, "any"), "of the type it has, not the declared one");
      assertEquals("$oops {3, 0.5}", text(run, "e"));
    }
  }

  @Test
  void membersAreReadWhenAskedForAndInPages() throws ExecutionException {
    try (DebugRun run = stopped()) {
      List<Variable> fields = members(run, local(run, "a"), 0, 10);
      assertEquals(List.of("value", "next"), fields.stream().map(Variable::name).toList());
      assertEquals(2, fields.get(1).members());
      Variable next = fields.get(1);
      assertEquals(local(run, "b").value().slotObject(), next.value().slotObject());
      assertEquals("(ref null $Node)", next.typeText());

      assertEquals(1000, local(run, "bytes").members());
      List<Variable> page = members(run, local(run, "bytes"), 990, 100);
      assertEquals(10, page.size());
      assertEquals(990, page.getFirst().index());
      assertEquals("i8", page.getFirst().type().toString());

      assertEquals(
          List.of(Value.i32(3), Value.f64(0.5)),
          members(run, local(run, "e"), 0, 5).stream().map(Variable::value).toList());
      assertEquals(0, local(run, "f").members());
    }
  }

  @Test
  void fieldsAndElementsAreChangedForTheProgramToo() throws ExecutionException {
    try (DebugRun run = stopped()) {
      DebugRun.await(run.session.setMember(local(run, "a").value(), 0, Value.i32(77)));
      assertTrue(text(run, "a").startsWith("$Node {value: 77"), text(run, "a"));
      DebugRun.await(run.session.setMember(local(run, "bytes").value(), 999, Value.i32(-1)));
      assertEquals(Value.i32(255), members(run, local(run, "bytes"), 999, 1).getFirst().value());
      run.session.resume();
      run.awaitReturn(Value.i32(77));
    }
  }

  @Test
  void whatCannotBeChangedSaysWhy() {
    try (DebugRun run = stopped()) {
      Value a = local(run, "a").value();
      assertEquals(
          "the field is immutable",
          reason(run.session.setMember(local(run, "fixed").value(), 0, Value.i64(1))));
      assertEquals(
          "expected i32, found i64.const 1", reason(run.session.setMember(a, 0, Value.i64(1))));
      assertEquals(
          "there is no member 2; there are 2", reason(run.session.setMember(a, 2, Value.i32(1))));
      Value bytes = local(run, "bytes").value();
      assertEquals(
          "expected (ref null $Node), found ref.array", reason(run.session.setMember(a, 1, bytes)));
    }
  }

  @Test
  void textIsReadAsALiteralOrAnExpression() throws ExecutionException {
    try (DebugRun run = stopped()) {
      Variable a = local(run, "a");
      assertEquals(Value.i32(9), DebugRun.await(run.session.read(0, NumType.I32, "4 + 5")));
      DebugRun.await(
          run.session.setLocal(
              0, a.index(), DebugRun.await(run.session.read(0, a.type(), "{5, null}"))));
      assertEquals("$Node {value: 5, next: null}", text(run, "a"));
      assertEquals(
          Value.i32(201),
          DebugRun.await(run.session.read(0, NumType.I32, "$b.next.value + $bytes.999")));
      assertTrue(reason(run.session.read(0, NumType.I32, "$b.nothing")).contains("unknown name"));
      DebugRun.await(
          run.session.setLocal(0, a.index(), DebugRun.await(run.session.read(0, a.type(), "$b"))));
      assertTrue(reason(run.session.read(0, a.type(), "$nobody")).contains("unknown name $nobody"));
      assertTrue(
          reason(run.session.read(0, a.type(), "5")).contains("{…} with the values of its 2"));
      run.session.resume();
      run.awaitReturn(Value.i32(2));
    }
  }
}
