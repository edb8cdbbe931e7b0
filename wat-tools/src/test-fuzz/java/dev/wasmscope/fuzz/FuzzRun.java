package dev.wasmscope.fuzz;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A long run of a fuzzer from the command line: its arguments are seconds, then the first seed (0
 * if absent). It goes over all subjects with one seed, then with the next, and ends with the
 * figures; each kind of failure is told once, with what reproduces it.
 */
public final class FuzzRun {

  /** Tries one subject. */
  @FunctionalInterface
  public interface Round<T> {

    /**
     * Tries {@code subject} in ways that {@code seed} determines.
     *
     * @return how many inputs were tried
     * @throws AssertionError if one of them was not answered properly
     */
    long run(long seed, T subject);
  }

  private final long end;
  private final long firstSeed;
  private final Set<String> found = new HashSet<>();
  private long tried;

  public FuzzRun(String[] args) {
    end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000L;
    firstSeed = args.length > 1 ? Long.parseLong(args[1]) : 0;
  }

  /** Runs until the time is over; exits with 1 if anything was found. */
  public <T> void over(List<T> subjects, Round<T> round) {
    long seed = firstSeed;
    while (isTimeLeft()) {
      for (T subject : subjects) {
        one(seed, subject, round);
        if (!isTimeLeft()) {
          break;
        }
      }
      seed++;
    }
    System.out.printf(
        "%,d inputs from seeds %d to %d, %d kinds of failure%n",
        tried, firstSeed, seed - 1, found.size());
    if (!found.isEmpty()) {
      System.exit(1);
    }
  }

  private boolean isTimeLeft() {
    return System.nanoTime() < end;
  }

  private <T> void one(long seed, T subject, Round<T> round) {
    try {
      tried += round.run(seed, subject);
    } catch (AssertionError e) {
      if (found.add(kind(e))) {
        System.err.println("seed " + seed + ":");
        e.printStackTrace();
      }
    }
  }

  /** Where it happened; what the input makes of the message does not matter. */
  private static String kind(AssertionError e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    StackTraceElement[] trace = cause.getStackTrace();
    return cause.getClass() + " at " + (trace.length == 0 ? "" : trace[0]);
  }
}
