package dev.wasmscope.app.modules;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A command line that is run under GNU time, which tells what it cost with all its children.
 *
 * @param line the program and its arguments
 */
record MeasuredProcess(List<String> line) {

  private static final int PATIENCE_SECONDS = 120;

  MeasuredProcess {
    line = List.copyOf(line);
  }

  /**
   * What a process cost.
   *
   * @param failed whether it ended with another status than 0, or had to be ended
   * @param elapsedMillis from its start to its end
   * @param cpuMillis user and system time
   * @param peakMegabytes the most memory that it had resident, in millions of bytes
   */
  record Cost(boolean failed, double elapsedMillis, double cpuMillis, double peakMegabytes) {

    /** Each cost's own median; empty if a process failed. */
    static Optional<Cost> median(List<Cost> costs) {
      if (costs.stream().anyMatch(Cost::failed)) {
        return Optional.empty();
      }
      return Optional.of(
          new Cost(
              false,
              Timing.median(costs.stream().map(Cost::elapsedMillis).toList()),
              Timing.median(costs.stream().map(Cost::cpuMillis).toList()),
              Timing.median(costs.stream().map(Cost::peakMegabytes).toList())));
    }
  }

  /** Whether a program is a file or on the path. */
  static boolean isInstalled(String program) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
  }

  /**
   * Runs it to its end; what it prints is not kept.
   *
   * @param work a folder for a file
   */
  Cost measure(Path work) throws IOException, InterruptedException {
    Path measures = work.resolve("measures");
    List<String> timed =
        new ArrayList<>(List.of("time", "-q", "-f", "%U %S %M", "-o", measures.toString()));
    timed.addAll(line);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(timed)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      return new Cost(true, 0, 0, 0);
    }
    double elapsed = (System.nanoTime() - start) / 1e6;
    return cost(process.exitValue() != 0, elapsed, Files.readString(measures));
  }

  /** The cost from what GNU time wrote: seconds of user, of system, KiB of memory. */
  static Cost cost(boolean failed, double elapsedMillis, String measures) {
    String[] fields = measures.strip().split(" ", -1);
    double seconds = Double.parseDouble(fields[0]) + Double.parseDouble(fields[1]);
    return new Cost(
        failed, elapsedMillis, seconds * 1000, Double.parseDouble(fields[2]) * 1024 / 1e6);
  }
}
