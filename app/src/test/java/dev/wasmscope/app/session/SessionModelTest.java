package dev.wasmscope.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.task.TaskBoard;
import dev.wasmscope.app.task.TaskRunner;
import dev.wasmscope.app.workspace.Document;
import dev.wasmscope.wasm.instr.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session with the real engine; this thread stands in for the window's. */
class SessionModelTest {
  private static final String PROGRAM =
      """
      (module
        (memory (export "memory") 1)
        (global $g (mut i32) (i32.const 5))
        (func $inner (param $p i32) (result i32)
          (local $l i32)
          (local.set $l (i32.add (local.get $p) (i32.const 1)))
          (i32.store (i32.const 64) (local.get $l))
          (local.get $l))
        (func (export "run") (param i32) (result i32)
          (call $inner (local.get 0)))
        (func (export "crash") (result i32)
          (i32.div_u (i32.const 1) (i32.const 0)))
        (func (export "spin")
          (loop $again (br $again))))
      """;

  @TempDir private Path folder;

  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final Breakpoints breakpoints = new Breakpoints();
  private final Document document = Document.untitled("test.wat", PROGRAM);
  private final SessionModel session =
      new SessionModel(
          new EngineLauncher(),
          new TaskRunner(Runnable::run, window::add, new TaskBoard()),
          breakpoints,
          new ConsoleLog(window::add));

  private void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Runnable next = window.poll(20, TimeUnit.SECONDS);
      assertTrue(next != null, "nothing happened");
      next.run();
    }
  }

  private void launch(String export, String... arguments) {
    session.launch(
        document,
        FeatureSet.DEFAULT,
        RunConfiguration.DEFAULT.calling(export, List.of(arguments)),
        LaunchRequest.Mode.DEBUG);
  }

  private List<String> console() {
    return session.console().lines().stream().map(ConsoleLine::text).toList();
  }

  @Test
  void aRunEndsWithItsResultOnTheConsole() throws InterruptedException {
    launch("run", "41");
    until(() -> session.state().get() == RunState.IDLE && console().size() == 2);
    assertEquals(List.of("i32.const 42", "Finished."), console());
  }

  @Test
  void aBreakpointStopsWithFramesLocalsAndMemory() throws InterruptedException {
    breakpoints.add(document, 6);
    launch("run", "7");
    until(() -> session.state().get() == RunState.STOPPED);
    Halt halt = session.halt().get();
    assertEquals(Halt.Kind.BREAKPOINT, halt.kind());
    assertEquals(2, halt.frames().size());
    assertEquals(
        List.of("$p=7", "$l=8"),
        halt.frames().getFirst().locals().stream().map(v -> v.name() + "=" + v.value()).toList());
    assertEquals("$g", halt.globals().getFirst().name());
    assertEquals(
        6,
        session
            .source()
            .flatMap(s -> s.rangeOf(halt.frames().getFirst().place().orElseThrow()))
            .orElseThrow()
            .line());
    byte[] four = new byte[4];
    session.step(Debuggee.Step.OVER);
    until(() -> !halt.equals(session.halt().get()) && session.state().get() == RunState.STOPPED);
    session.memory().get().read(0, 64, four);
    assertEquals(8, four[0]);
  }

  @Test
  void aLocalIsWrittenAndTheProgramGoesOnWithIt() throws InterruptedException {
    breakpoints.add(document, 7);
    launch("run", "7");
    until(() -> session.state().get() == RunState.STOPPED);
    List<String> refused = new ArrayList<>();
    session.write(Debuggee.Target.LOCAL, 0, 1, "99", refused::add);
    assertEquals("99", session.halt().get().frames().getFirst().locals().get(1).value());
    session.write(Debuggee.Target.LOCAL, 0, 1, "ninety", refused::add);
    assertEquals(1, refused.size());
    session.resume();
    until(() -> session.state().get() == RunState.IDLE && console().size() == 2);
    assertEquals("i32.const 99", console().getFirst());
  }

  @Test
  void aTrapFreezesAtItsInstruction() throws InterruptedException {
    launch("crash");
    until(() -> session.state().get() == RunState.TRAPPED);
    Halt halt = session.halt().get();
    assertTrue(halt.reason().contains("integer divide by zero"), halt.reason());
    assertEquals(
        List.of("0", "1"),
        halt.frames().getFirst().operands().stream().map(Variable::value).toList());
    session.stop();
    assertNull(session.halt().get());
  }

  @Test
  void anEndlessProgramIsPausedAndStopped() throws InterruptedException {
    launch("spin");
    until(() -> session.state().get() == RunState.RUNNING);
    while (session.state().get() != RunState.STOPPED) {
      session.pause(); // not heard before the first instruction
      Runnable next = window.poll(10, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
      }
    }
    assertEquals(Halt.Kind.PAUSE, session.halt().get().kind());
    session.stop();
    assertEquals(RunState.IDLE, session.state().get());
  }

  @Test
  void aBreakpointWithoutInstructionSaysSo() throws InterruptedException {
    breakpoints.add(document, 1);
    launch("run", "1");
    until(() -> session.state().get() == RunState.IDLE && console().size() == 2);
    assertEquals("no instruction on this line", breakpoints.of(document).getFirst().problem());
  }

  @Test
  void wrongTextOrWrongArgumentsAreASentence() throws InterruptedException {
    List<String> sentences = new ArrayList<>();
    session.onLaunchFailed(sentences::add);
    launch("run");
    until(() -> sentences.size() == 1);
    assertTrue(sentences.getFirst().contains("run takes 1 argument"), sentences.toString());
    launch("walk");
    until(() -> sentences.size() == 2);
    document.text().set("(module (func (i32.what)))");
    launch("run");
    until(() -> sentences.size() == 3);
    assertTrue(sentences.getLast().contains("i32.what"), sentences.toString());
    assertEquals(RunState.IDLE, session.state().get());
  }

  @Test
  void linkedModulesAndStubsServeImports() throws InterruptedException, IOException {
    Files.writeString(
        folder.resolve("host.wat"),
        "(module (func (export \"twice\") (param i32) (result i32)"
            + " (i32.mul (local.get 0) (i32.const 2))))");
    Path file =
        Files.writeString(
            folder.resolve("main.wat"),
            """
            (module
              (import "host" "twice" (func $twice (param i32) (result i32)))
              (import "env" "log" (func $log))
              (func (export "go") (result i32) (call $log) (call $twice (i32.const 21))))
            """);
    RunConfiguration run =
        new RunConfiguration(
            "go",
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            "",
            List.of("host=host.wat"),
            true,
            false);
    Document main = Document.ofText(file, Files.readString(file));
    session.launch(main, FeatureSet.DEFAULT, run, LaunchRequest.Mode.RUN);
    until(() -> session.state().get() == RunState.IDLE && console().contains("Finished."));
    assertEquals(
        List.of(
            "stub: nobody provides env.log",
            "stub: env.log was called; it answers zero or null",
            "i32.const 42",
            "Finished."),
        console());
  }

  @Test
  void aLinkThatIsMissingIsASentence() throws InterruptedException {
    List<String> sentences = new ArrayList<>();
    session.onLaunchFailed(sentences::add);
    RunConfiguration run =
        new RunConfiguration(
            "run",
            List.of("1"),
            List.of(),
            List.of(),
            Map.of(),
            "",
            List.of("host=" + folder.resolve("gone.wasm")),
            false,
            false);
    session.launch(document, FeatureSet.DEFAULT, run, LaunchRequest.Mode.RUN);
    until(() -> sentences.size() == 1);
    assertTrue(sentences.getFirst().contains("There is no file"), sentences.toString());
  }

  @Test
  void membersOfAnObjectAreReadAndWritten() throws InterruptedException {
    document
        .text()
        .set(
            """
            (module
              (type $Box (struct (field $value (mut i32)) (field $fixed i32)))
              (func (export "get") (param $box (ref $Box)) (result i32)
                (struct.get $Box $value (local.get $box))))
            """);
    breakpoints.add(document, 3);
    launch("get", "{5, 6}");
    until(() -> session.state().get() == RunState.STOPPED);
    Variable box = session.halt().get().frames().getFirst().locals().getFirst();
    assertEquals("$Box {value: 5, fixed: 6}", box.value());
    assertEquals("(ref $Box)", box.type());
    List<Variable> members = session.members(box, 0, 0, 10);
    assertEquals(List.of("value", "fixed"), members.stream().map(Variable::name).toList());
    assertEquals(List.of(true, false), members.stream().map(Variable::editable).toList());

    List<String> refused = new ArrayList<>();
    session.writeMember(box, members.getFirst(), 0, "2 + 3 * 10", refused::add);
    session.writeMember(box, members.get(1), 0, "1", refused::add);
    assertEquals(List.of("the field is immutable"), refused);
    assertEquals(
        "$Box {value: 32, fixed: 6}",
        session.halt().get().frames().getFirst().locals().getFirst().value());
    session.resume();
    until(() -> session.state().get() == RunState.IDLE && console().size() == 2);
    assertEquals("i32.const 32", console().getFirst());
  }

  @Test
  void anExactProfileCountsEveryInstruction() throws InterruptedException {
    session.launch(
        document,
        FeatureSet.DEFAULT,
        RunConfiguration.DEFAULT.calling("run", List.of("1")),
        LaunchRequest.Mode.PROFILE_EXACTLY);
    until(() -> session.profile().get() != null);
    var tree = dev.wasmscope.profile.model.CallTree.of(session.profile().get());
    assertEquals("run", tree.name(tree.roots().getFirst()));
    assertEquals(tree.total(), tree.roots().getFirst().total());
    assertTrue(tree.total() >= 11, "at least the instructions written: " + tree.total());
  }
}
