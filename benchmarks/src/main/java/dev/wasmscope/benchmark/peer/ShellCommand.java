package dev.wasmscope.benchmark.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A command line, timed by bash, which knows what its children used. */
public record ShellCommand(String line) {

  /**
   * What an execution gave.
   *
   * @param wall milliseconds by the clock
   * @param cpu milliseconds of processor time, user's and system's
   */
  public record Run(int exitCode, String output, double wall, double cpu) {}

  /** Executes it; its error stream goes nowhere. */
  public Run run() throws IOException {
    Path times = Files.createTempFile("command", ".times");
    try {
      // The command's own errors go nowhere; what is left on the error stream is the times.
      String timed = "TIMEFORMAT='%3R %3U %3S'; time { ( " + line + " ) 2>/dev/null; }";
      Process process =
          new ProcessBuilder("bash", "-c", timed).redirectError(times.toFile()).start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int exitCode = process.waitFor();
      String[] seconds = Files.readString(times).strip().split(" ", -1);
      return new Run(exitCode, output, millis(seconds[0]), millis(seconds[1]) + millis(seconds[2]));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(times);
    }
  }

  private static double millis(String seconds) {
    return Double.parseDouble(seconds) * 1000;
  }
}
