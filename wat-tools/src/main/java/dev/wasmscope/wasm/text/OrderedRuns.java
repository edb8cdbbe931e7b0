package dev.wasmscope.wasm.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Splits a range into runs of neighbours and works on them on all processors, so far ahead that no
 * processor waits and no further: few results are in memory at a time.
 *
 * @param <T> what becomes of a run
 */
final class OrderedRuns<T> {

  private static final int AHEAD = 2 * Runtime.getRuntime().availableProcessors();

  private final int first;
  private final int last;
  private final int length;

  /** Runs of {@code length} each. */
  OrderedRuns(int first, int last, int length) {
    this.first = first;
    this.last = last;
    this.length = length;
  }

  /** Works on one run, on any thread. */
  @FunctionalInterface
  interface Work<T> {
    T run(int first, int last);
  }

  /** Takes the result of a run. */
  @FunctionalInterface
  interface Taker<T> {
    void take(T result) throws IOException;
  }

  /** Works on all runs; the results are taken in the order of the range, on the calling thread. */
  void forEach(Work<T> work, Taker<T> taker) throws IOException {
    Queue<CompletableFuture<T>> ahead = new ArrayDeque<>();
    for (int start = first; start < last; start += length) {
      int from = start;
      int to = Math.min(last, start + length);
      ahead.add(CompletableFuture.supplyAsync(() -> work.run(from, to)));
      if (ahead.size() == AHEAD) {
        taker.take(result(ahead.remove()));
      }
    }
    while (!ahead.isEmpty()) {
      taker.take(result(ahead.remove()));
    }
  }

  private static <T> T result(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
