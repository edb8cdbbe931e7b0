package dev.wasmscope.wasm.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wasmscope.wasm.type.AbsHeapType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WastScriptTest {

  private static Script parse(String text) {
    return WastScript.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Command only(String text) {
    Script script = parse(text);
    assertEquals(List.of(), script.diagnostics());
    assertEquals(1, script.commands().size());
    return script.commands().getFirst();
  }

  @Test
  void modulesComeInThreeForms() {
    var text = assertInstanceOf(Command.Module.class, only("(module $m (func))"));
    assertEquals(Optional.of("m"), text.name());
    assertInstanceOf(ModuleSource.Text.class, text.source());

    var binary = assertInstanceOf(Command.Module.class, only("(module binary \"\\00a\" \"sm\")"));
    var bytes = assertInstanceOf(ModuleSource.Binary.class, binary.source());
    assertEquals("\0asm", new String(bytes.bytes().toBytes(), StandardCharsets.US_ASCII));

    var quoted = assertInstanceOf(Command.Module.class, only("(module quote \"(func\" \")\")"));
    var source = assertInstanceOf(ModuleSource.Quoted.class, quoted.source());
    assertEquals("(func)", new String(source.text().toBytes(), StandardCharsets.US_ASCII));
  }

  @Test
  void definitionsAndInstancesAreTwoThings() {
    var definition =
        assertInstanceOf(Command.ModuleDefinition.class, only("(module definition $d (memory 1))"));
    var text = assertInstanceOf(ModuleSource.Text.class, definition.source());
    assertEquals("(memory 1)", new String(text.source().toBytes(), StandardCharsets.US_ASCII));

    var instance = assertInstanceOf(Command.ModuleInstance.class, only("(module instance $i $d)"));
    assertEquals(Optional.of("i"), instance.name());
    assertEquals(Optional.of("d"), instance.definition());
  }

  @Test
  void fieldsWithoutParenthesesAroundAreOneModule() {
    assertEquals(1, parse("(func) (memory 0) (func (export \"f\"))").commands().size());
  }

  @Test
  void resultsArePatterns() {
    var command =
        assertInstanceOf(
            Command.AssertReturn.class,
            only(
                "(assert_return (invoke $m \"f\" (i32.const -1) (ref.extern 3))"
                    + " (f32.const nan:canonical) (v128.const f64x2 nan:arithmetic 1)"
                    + " (either (i32.const 1) (ref.null)) (ref.func) (ref.struct))"));
    var invoke = assertInstanceOf(Action.Invoke.class, command.action());
    assertEquals(List.of(new Literal.I32(-1), new Literal.RefExtern(3)), invoke.arguments());
    assertEquals(
        List.of(
            new Pattern.NotANumber(Pattern.Width.F32, Pattern.Nan.CANONICAL),
            new Pattern.Lanes(
                Pattern.Width.F64,
                List.of(
                    new Pattern.Lane.NotANumber(Pattern.Nan.ARITHMETIC),
                    new Pattern.Lane.Bits(0x3FF0_0000_0000_0000L))),
            new Pattern.Either(
                List.of(new Pattern.Exactly(new Literal.I32(1)), new Pattern.AnyNull())),
            new Pattern.RefFunc(Optional.empty()),
            new Pattern.RefKind(AbsHeapType.STRUCT)),
        command.results());
  }

  @Test
  void threadsHoldCommands() {
    var thread =
        assertInstanceOf(
            Command.Thread.class,
            only("(thread $t (shared (module $m)) (register \"m\" $m) (invoke \"run\"))"));
    assertEquals(List.of("m"), thread.shared());
    assertEquals(2, thread.commands().size());
    assertEquals("t", assertInstanceOf(Command.Wait.class, only("(wait $t)")).name());
  }

  @Test
  void whatIsWrongIsReportedAndTheRestGoesOn() {
    Script script =
        parse("(assert_retur) (invoke \"f\") (invoke 5) x (module definition $d (func)");

    assertEquals(1, script.commands().size());
    assertEquals(4, script.diagnostics().size());
    assertEquals("unknown operator assert_retur", script.diagnostics().getFirst().message());
  }

  @Test
  void mutatedScriptsGiveDiagnosticsAndNothingElse() {
    byte[] seed =
        ("(module $m (func (export \"f\"))) (register \"a\" $m) (module definition $d (memory 1))"
                + " (assert_return (invoke \"f\" (v128.const i8x16 0)) (either (ref.null func)))"
                + " (thread $t (shared (module $m)) (get \"x\")) (assert_trap (module) \"x\")")
            .getBytes(StandardCharsets.UTF_8);
    var random = new Random(3);
    for (int round = 0; round < 20_000; round++) {
      byte[] mutated = seed.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        mutated[random.nextInt(mutated.length)] =
            random.nextBoolean() ? (byte) random.nextInt(256) : seed[random.nextInt(seed.length)];
      }
      assertFalse(WastScript.parse(mutated).commands().size() > seed.length);
    }
  }
}
