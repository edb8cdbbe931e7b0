package dev.wasmscope.engine.jit;

/** How many rounds of a loop there are in a strip, see {@link Strip}. Rounds count from zero. */
public final class StripRounds {

  private static final int LAST = Strip.LONGEST - 1;

  private StripRounds() {}

  /**
   * The last round if there is another one until two numbers are the same.
   *
   * @param product of their difference and the inverse of what it grows by in each round
   * @param shift the power of two in what it grows by
   */
  public static int different(int product, int shift) {
    // What is no multiple of the power becomes a large number: it goes on around.
    int rounds = Integer.rotateRight(product, shift);
    return rounds < 0 ? LAST : Math.min(rounds, LAST);
  }

  /**
   * The last round if there is another one as long as one number is less than another.
   *
   * @param distance between them
   * @param rate by how much it becomes less in each round
   */
  public static int ordered(long distance, int rate) {
    return distance <= 0 ? 0 : (int) Math.min((distance + rate - 1) / rate, LAST);
  }

  /**
   * The last round with an address that is not too high; −1 if there is none.
   *
   * @param last round that is wanted
   * @param first address
   * @param step what is added to it in each round
   * @param highest that is allowed
   */
  public static int within(int last, long first, long step, long highest) {
    if (first > highest) {
      return -1;
    }
    if (step == 0) {
      return last;
    }
    return (int) Math.min(last, step > 0 ? (highest - first) / step : first / -step);
  }
}
