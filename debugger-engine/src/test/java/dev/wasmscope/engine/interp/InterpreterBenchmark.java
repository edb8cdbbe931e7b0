package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;

/**
 * Prints the time that a million rounds of each kernel take, the best of several: a benchmark to be
 * run by hand, no test. Processor time is measured, so that other work on the machine disturbs
 * less.
 */
final class InterpreterBenchmark {

  private static final int ROUNDS = 1_000_000;
  private static final int REPETITIONS = 30;

  private InterpreterBenchmark() {}

  public static void main(String[] args) throws IOException {
    String kernels;
    try (InputStream in = InterpreterBenchmark.class.getResourceAsStream("kernels.wat")) {
      kernels = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Engine engine = Engine.builder().build();
    Instance instance = Programs.instantiate(engine, kernels);
    for (String name : instance.exports().keySet().stream().sorted().toList()) {
      System.out.printf("%-12s %7.1f ms%n", name, best(engine, instance, name));
    }
  }

  private static double best(Engine engine, Instance instance, String kernel) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < REPETITIONS; i++) {
      long start = threads.getCurrentThreadCpuTime();
      engine.invoke(instance, kernel, Value.i32(ROUNDS));
      best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
    }
    return best / 1e6;
  }
}
