package dev.wasmscope.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives inputs, one after the other, to code that must cope with anything. An input that makes it
 * throw, hang, or allocate out of all proportion fails the test with its origin and its bytes.
 */
public final class Trials implements AutoCloseable {

  /** Code under trial; it catches what is a proper answer to bad input, and nothing else. */
  @FunctionalInterface
  public interface Judge {
    void judge(byte[] input) throws Exception;
  }

  private static final long SECONDS = 30;
  private static final long BYTES = 256L << 20;
  private static final long BYTES_FOR_EACH = 4096;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Judge judge;
  private final long bytesForEach;
  private final ExecutorService worker;
  private volatile Thread thread;
  private long tried;

  public Trials(Judge judge) {
    this(judge, BYTES_FOR_EACH);
  }

  /**
   * Trials that may take more memory.
   *
   * @param bytesForEach how many bytes may be allocated for each of an input
   */
  public Trials(Judge judge, long bytesForEach) {
    this.judge = judge;
    this.bytesForEach = bytesForEach;
    worker = Executors.newSingleThreadExecutor(Trials.this::newThread);
  }

  private Thread newThread(Runnable run) {
    thread = Thread.ofPlatform().name("trials").daemon().unstarted(run);
    return thread;
  }

  /** How many inputs were tried. */
  public long tried() {
    return tried;
  }

  /**
   * Tries one input.
   *
   * @param origin says in a failure where it came from
   * @throws AssertionError if it is not answered properly
   */
  public void attempt(String origin, byte[] input) {
    tried++;
    Future<?> trial =
        worker.submit(
            () -> {
              measured(input);
              return null;
            });
    try {
      trial.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      AssertionError hang = failure(origin, input, "no answer in " + SECONDS + " s", e);
      hang.setStackTrace(thread.getStackTrace());
      throw hang;
    } catch (ExecutionException e) {
      throw failure(origin, input, String.valueOf(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(origin, input, "interrupted", e);
    }
  }

  private void measured(byte[] input) throws Exception {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    judge.judge(input);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (allocated > BYTES + bytesForEach * input.length) {
      throw new IllegalStateException(
          "%,d bytes were allocated for an input of %,d".formatted(allocated, input.length));
    }
  }

  private static AssertionError failure(
      String origin, byte[] input, String problem, Throwable cause) {
    return new AssertionError(origin + ": " + problem + "; the input is " + kept(input), cause);
  }

  /** The input itself if it is short, else where it was saved. */
  private static String kept(byte[] input) {
    if (input.length <= 400) {
      return HexFormat.of().formatHex(input) + "\n" + new String(input, StandardCharsets.UTF_8);
    }
    try {
      Path file = Path.of("target", "trial-" + Integer.toHexString(Arrays.hashCode(input)));
      Files.createDirectories(file.getParent());
      return Files.write(file, input).toAbsolutePath().toString();
    } catch (java.io.IOException e) {
      return HexFormat.of().formatHex(input) + " (not saved: " + e + ")";
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
