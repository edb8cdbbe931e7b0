package dev.wasmscope.benchmark.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;

/**
 * The protocol of all peers: for each line of the input, a number, the kernel is executed with it,
 * and one line answers {@code CHECKSUM WALL CPU}: the result as the bits of a double in
 * hexadecimal, and what it took in nanoseconds, by the clock and of processor time.
 */
final class PeerLoop {

  /**
   * What an execution gave.
   *
   * @param wall nanoseconds by the clock
   * @param cpu nanoseconds of processor time
   */
  record Execution(double result, long wall, long cpu) {}

  /** Executes the kernel. */
  interface Engine {
    Execution run(int n) throws IOException;
  }

  private PeerLoop() {}

  /** Serves a kernel that is executed in this process. */
  static void serveHere(IntToDoubleFunction kernel) throws IOException {
    ProcessClock clock = new ProcessClock();
    serve(
        n -> {
          long cpu = clock.nanos();
          long wall = System.nanoTime();
          double result = kernel.applyAsDouble(n);
          return new Execution(result, System.nanoTime() - wall, clock.nanos() - cpu);
        });
  }

  static void serve(Engine engine) throws IOException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      Execution done = engine.run(Integer.parseInt(line));
      long bits = Double.doubleToRawLongBits(done.result());
      System.out.printf("%016x %d %d%n", bits, done.wall(), done.cpu());
    }
  }
}
