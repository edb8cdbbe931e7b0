package dev.wasmscope.engine.jit;

import java.util.Map;

/**
 * An innermost loop that is executed in strips: many rounds for which everything is checked before
 * the first of them.
 *
 * @param body offset of its first instruction
 * @param accesses to memory that need no check of their own, by the offsets of their instructions
 * @param rounds how many there are, or null if only the loop's own branch can tell
 * @param alignment of addresses that no two accesses may share by half
 */
record Strip(int body, Map<Integer, Access> accesses, Rounding rounds, Alignment alignment) {

  /** Rounds of a strip at the most: between two of them wishes are asked for. */
  static final int LONGEST = 1024;

  /** Ranges of addresses that are checked before a strip at the most; each takes code. */
  static final int MOST_RANGES = 8;

  /** What processors multiply a register by at the most when they add it to an address. */
  private static final int LARGEST_SCALE = 8;

  /** What rounds are counted by at the most. */
  private static final int FASTEST = 1 << 16;

  /** Whose multiples come around to the same number of 32 bits after more rounds than those. */
  static final int LARGEST_POWER = 22;

  /**
   * What rounds are counted by, such that each address is its range's first one and a multiple of
   * the count: the largest for which processors need not multiply by themselves.
   */
  int pace() {
    int common =
        accesses.values().stream().mapToInt(access -> access.range().step()).reduce(0, Strip::gcd);
    int pace = common / Math.clamp(Integer.lowestOneBit(common), 1, LARGEST_SCALE);
    return pace == 0 || pace > FASTEST ? 1 : pace;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }

  /** Addresses with the same distance in all rounds. */
  static final class Range {

    /** The lowest of them in the first round, without offsets of instructions. */
    private LinearSum first;

    private final int step;
    private long end;

    Range(LinearSum first, int step) {
      this.first = first;
      this.step = step;
    }

    /** Takes in an access; false if it is too far away from the others. */
    boolean add(LinearSum address, long offset, int width) {
      long below = (long) first.constant() - address.constant();
      long farthest = Math.max(end + Math.max(0, below), offset + width - Math.min(0, below));
      if (farthest > Integer.MAX_VALUE) {
        return false;
      }
      if (below > 0) {
        first = address;
      }
      end = farthest;
      return true;
    }

    LinearSum first() {
      return first;
    }

    /** What is added in each round. */
    int step() {
      return step;
    }

    /** Number of bytes from the first address on. */
    long extent() {
      return end;
    }
  }

  /**
   * An access whose address, without its offset, is {@code address} in the first round.
   *
   * @param arithmetic whether it loads a number with a fraction for arithmetic only, which takes it
   *     before anything can leave the code
   */
  record Access(Range range, LinearSum address, long offset, boolean arithmetic) {

    Access forArithmetic() {
      return new Access(range, address, offset, true);
    }

    /** Distance from the first address of the range. */
    long displacement() {
      return (long) address.constant() - range.first.constant() + offset;
    }
  }

  /**
   * Which addresses must be multiples of a width.
   *
   * @param displacements of such addresses from the first ones of their ranges
   */
  record Alignment(int width, Map<Range, Long> displacements) {
    static final Alignment NONE = new Alignment(1, Map.of());
  }

  /**
   * How the number of rounds is found: there is another one as long as {@code lesser} is less than
   * {@code greater}, or different from it. One of them changes only where they are ordered.
   *
   * @param lesser its value where it is compared in the first round
   * @param inclusive whether there is another round, too, if they are equal
   * @param rate by how much they come closer in each round
   */
  record Rounding(Order order, LinearSum lesser, LinearSum greater, boolean inclusive, int rate) {}

  /** How two numbers are compared. */
  enum Order {
    DIFFERENT,
    SIGNED,
    UNSIGNED
  }
}
