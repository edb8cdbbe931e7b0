package dev.wasmscope.benchmark.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;

/**
 * The protocol of all peers: for each line of the input, a number, the kernel is executed with it,
 * and one line answers {@code CHECKSUM WALL CPU}: the result as the bits of a double in
 * hexadecimal, and what it took in nanoseconds, by the clock and of this process's processor time.
 */
final class PeerLoop {

  private PeerLoop() {}

  static void serve(IntToDoubleFunction kernel) throws IOException {
    ProcessClock clock = new ProcessClock();
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      int n = Integer.parseInt(line);
      long cpu = clock.nanos();
      long wall = System.nanoTime();
      double result = kernel.applyAsDouble(n);
      wall = System.nanoTime() - wall;
      cpu = clock.nanos() - cpu;
      System.out.printf("%016x %d %d%n", Double.doubleToRawLongBits(result), wall, cpu);
    }
  }
}
