package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.ThreadBuilder;

/** Adds what a file says to a profile and refuses what no profile can hold. */
final class ReadTables {
  /** Beyond this, weights would not be exact in JSON; no run of any machine reaches it. */
  static final double HEAVIEST = 1L << 53;

  private static final double LATEST = 1e15;

  private double total;

  /**
   * Adds a sample.
   *
   * @param place where to complain
   */
  void sample(JsonPlace place, ThreadBuilder thread, double time, int stack, double weight)
      throws ProfileReadException {
    thread.sample(time(place, time), stack, weight(place, weight));
  }

  /** A weight that keeps the sum of all weights plausible. */
  long weight(JsonPlace place, double weight) throws ProfileReadException {
    if (!(weight >= 0)) {
      throw place.problem(
          "expected weights of 0 or more, found " + weight + " (a comparison of two profiles?)");
    }
    total += weight;
    if (total > HEAVIEST) {
      throw place.problem("expected weights with a sum below 2^53, found more");
    }
    return Math.round(weight);
  }

  /** A time that a profile can hold. */
  static double time(JsonPlace place, double time) throws ProfileReadException {
    if (!(Math.abs(time) <= LATEST)) {
      throw place.problem("expected times in milliseconds, found " + time);
    }
    return time;
  }

  /**
   * The stacks of a table of prefixes and frames in the builder, whatever the order of its rows.
   *
   * @param prefixes row of the prefix by row, -1 for none
   * @param frames builder's frame by row
   */
  static int[] stacks(JsonPlace place, ProfileBuilder builder, int[] prefixes, int[] frames)
      throws ProfileReadException {
    int[] rows = new int[prefixes.length];
    boolean[] done = new boolean[prefixes.length];
    int[] waiting = new int[prefixes.length];
    for (int row = 0; row < rows.length; row++) {
      int count = 0;
      int next = row;
      while (next >= 0 && !done[next]) {
        if (count == waiting.length) {
          throw place.problem("expected stacks with an end, found a circle through stack " + row);
        }
        waiting[count++] = next;
        next = prefixes[next];
      }
      while (count > 0) {
        int stack = waiting[--count];
        int prefix = prefixes[stack] < 0 ? StackTable.NONE : rows[prefixes[stack]];
        rows[stack] = builder.stack(prefix, frames[stack]);
        done[stack] = true;
      }
    }
    return rows;
  }
}
