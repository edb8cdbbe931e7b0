package dev.wasmscope.engine.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmscope.engine.interp.Interpreter;
import dev.wasmscope.engine.jit.Jit;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.Probes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The specification's test suite, file by file, in every mode of execution. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class SuiteTest {

  private static final Path SUITE =
      Path.of(System.getProperty("wasmscope.testsuite", "../../shared/testsuite"));

  private final LongAdder probesFired = new LongAdder();

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> interpreted() throws IOException {
    return files(Interpreter::new, _ -> {});
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> compiledFromTheFirstCall() throws IOException {
    return files(
        (store, probes) -> new Interpreter(store, probes, new Jit(Runnable::run), 0), _ -> {});
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> interpretedWithAProbeOnEveryPlace() throws IOException {
    return files(
        Interpreter::new,
        probes ->
            probes.attachEverywhere(ProbePoint.EVERY_INSTRUCTION, _ -> probesFired.increment()));
  }

  private static Stream<DynamicTest> files(GearFactory gears, Consumer<Probes> instrumentation)
      throws IOException {
    assumeTrue(Files.isDirectory(SUITE), () -> "no test suite at " + SUITE);
    ScriptSuite suite = new ScriptSuite(gears, instrumentation, Exclusions.reviewed());
    return ScriptSuite.files(List.of(SUITE)).stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    SUITE.relativize(file).toString(),
                    () ->
                        assertEquals(
                            "",
                            String.join(
                                "\n",
                                suite.run(file).failures().stream()
                                    .map(Failure::toString)
                                    .toList()))));
  }
}
