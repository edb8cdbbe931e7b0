package dev.wasmscope.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A peer at work on one kernel; a peer that fails or hangs costs only this kernel. */
final class PeerProcess implements AutoCloseable {

  private final Duration limit;
  private final Path errors;
  private final Process process;
  private final BufferedWriter input;
  private final BufferedReader output;

  /**
   * Starts it.
   *
   * @param limit the longest that one execution may take
   */
  PeerProcess(List<String> command, Duration limit) throws IOException {
    this.limit = limit;
    errors = Files.createTempFile("peer", ".err");
    process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    input = process.outputWriter(StandardCharsets.UTF_8);
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Executes the kernel.
   *
   * @throws IOException if the peer ended or did not answer in time, with what it said last
   */
  Sample run(int n) throws IOException {
    CompletableFuture<Void> watchdog =
        CompletableFuture.runAsync(process::destroyForcibly, after(limit));
    try {
      input.write(n + "\n");
      input.flush();
      String answer = output.readLine();
      if (answer != null) {
        return Sample.parse(answer);
      }
    } catch (IOException e) {
      // It has ended: what it said tells more than the broken pipe.
    } finally {
      watchdog.cancel(false);
    }
    throw new IOException(complaint());
  }

  /**
   * Has it go on at the processor whose turn it is.
   *
   * @throws IOException if it has ended
   */
  void confine(Processors processors, int turn) throws IOException {
    processors.confine(process.pid(), turn);
  }

  private static Executor after(Duration limit) {
    return CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private String complaint() throws IOException {
    return Files.readString(errors)
        .lines()
        .filter(line -> line.contains("rror") || line.contains("xception"))
        .map(line -> line.strip().replaceFirst("^Exception in thread \"main\" ", ""))
        .findFirst()
        .orElse("no answer within " + limit.toSeconds() + " s");
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.delete(errors);
  }
}
