package dev.wasmscope.engine.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmscope.engine.interp.Interpreter;
import dev.wasmscope.engine.jit.Jit;
import dev.wasmscope.engine.jit.Vectors;
import dev.wasmscope.engine.probe.Counter;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.tier.Fuel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The specification's test suite, file by file, in every mode of execution. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class SuiteTest {

  private static final Path SUITE =
      Path.of(System.getProperty("wasmscope.testsuite", "../../shared/testsuite"));

  /** Bytes of Java code in a method: what HotSpot compiles, and next to nothing. */
  private static final int JIT_LIMIT = 8000;

  private static final int SMALL_PIECES = 150;

  /**
   * In these the stack is used up, which may be larger in one gear; or a thread waits in a loop.
   */
  private static final Set<String> UNCOUNTABLE =
      Set.of(
          "call.wast",
          "call_indirect.wast",
          "fac.wast",
          "skip-stack-guard-page.wast",
          "wait_notify.wast");

  private final LongAdder probesFired = new LongAdder();

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> interpreted() throws IOException {
    return files(file -> run(file, Interpreter::new, _ -> {}));
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> compiledFromTheFirstCall() throws IOException {
    return files(file -> runCompiled(file, Fuel.UNLIMITED, JIT_LIMIT));
  }

  /** At every other poll threads have no fuel; all their frames go to the interpreter for more. */
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> compiledAndLeftAtEveryOtherPoll() throws IOException {
    return files(file -> runCompiled(file, _ -> 1, JIT_LIMIT));
  }

  /** Nearly every function is split into several Java methods, and left at every other poll. */
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> compiledInSmallPieces() throws IOException {
    return files(file -> runCompiled(file, _ -> 1, SMALL_PIECES));
  }

  /** As in a Java without vectors of its own, and in small pieces. */
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> compiledWithVectorsThatAreObjects() throws IOException {
    return files(
            file ->
                runCompiled(
                    file,
                    _ -> 1,
                    fuel -> new Jit(Runnable::run, fuel, SMALL_PIECES, Vectors.RECORDS)))
        .filter(test -> test.getDisplayName().contains("simd"));
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> interpretedWithAProbeOnEveryPlace() throws IOException {
    return files(
        file ->
            run(
                file,
                Interpreter::new,
                probes ->
                    probes.attachEverywhere(
                        ProbePoint.EVERY_INSTRUCTION, _ -> probesFired.increment())));
  }

  /** What compiled code counts is what the interpreter counts, to the last one. */
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> compiledWithACounterOnEveryPlace() throws IOException {
    return files(
        file -> {
          Counter interpreted = new Counter();
          run(file, Interpreter::new, everywhere(interpreted));
          Counter compiled = new Counter();
          run(file, (store, probes) -> compiler(store, probes, JIT_LIMIT), everywhere(compiled));
          if (!UNCOUNTABLE.contains(file.getFileName().toString())) {
            assertEquals(interpreted.count, compiled.count);
          }
        });
  }

  private static Consumer<Probes> everywhere(Counter counter) {
    return probes -> probes.attachEverywhere(ProbePoint.EVERY_INSTRUCTION, counter);
  }

  private static Interpreter compiler(Store store, Probes probes, int limit) {
    return new Interpreter(
        store, probes, new Jit(Runnable::run, Fuel.UNLIMITED, limit), 0, Fuel.UNLIMITED);
  }

  private static Stream<DynamicTest> files(ThrowingConsumer<Path> test) throws IOException {
    assumeTrue(Files.isDirectory(SUITE), () -> "no test suite at " + SUITE);
    return ScriptSuite.files(List.of(SUITE)).stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    SUITE.relativize(file).toString(), () -> test.accept(file)));
  }

  private static void runCompiled(Path file, Fuel fuel, int limit) throws IOException {
    runCompiled(file, fuel, f -> new Jit(Runnable::run, f, limit));
  }

  private static void runCompiled(Path file, Fuel fuel, Function<Fuel, Jit> compilers)
      throws IOException {
    List<Jit> jits = new ArrayList<>();
    run(
        file,
        (store, probes) -> {
          Jit jit = compilers.apply(fuel);
          jits.add(jit);
          return new Interpreter(store, probes, jit, 0, fuel);
        },
        _ -> {});
    for (Jit jit : jits) {
      assertEquals(Map.of(), jit.report().refused(), "functions left to the interpreter");
    }
  }

  private static void run(Path file, GearFactory gears, Consumer<Probes> instrumentation)
      throws IOException {
    ScriptReport report = new ScriptSuite(gears, instrumentation, Exclusions.reviewed()).run(file);
    assertEquals("", String.join("\n", report.failures().stream().map(Failure::toString).toList()));
  }
}
