package dev.wasmscope.engine.wasi.abi;

import java.util.OptionalLong;

/**
 * New times of a file in nanoseconds since the epoch; an absent one stays as it is.
 *
 * @param accessed when it was last read
 * @param modified when it was last written
 */
public record TimeChange(OptionalLong accessed, OptionalLong modified) {

  /**
   * Reads the program's numbers; INVAL for unknown bits, or if a time is to be set to a value and
   * to the present at once.
   *
   * @param now what the program's clock shows
   */
  public static TimeChange of(long accessed, long modified, int bits, long now)
      throws ErrnoException {
    if ((bits & ~0xf) != 0) {
      throw new ErrnoException(Errno.INVAL);
    }
    return new TimeChange(one(accessed, bits & 3, now), one(modified, bits >> 2, now));
  }

  private static OptionalLong one(long value, int bits, long now) throws ErrnoException {
    return switch (bits) {
      case 0 -> OptionalLong.empty();
      case 1 -> OptionalLong.of(value);
      case 2 -> OptionalLong.of(now);
      default -> throw new ErrnoException(Errno.INVAL);
    };
  }
}
