package dev.wasmscope.engine.tier;

/**
 * How often each thread may call a function or go round a loop. Both gears count alike, so that a
 * program ends at the same place whatever was compiled of it.
 */
@FunctionalInterface
public interface Fuel {

  /** Nothing is counted. */
  Fuel UNLIMITED =
      new Fuel() {
        @Override
        public long more(long used) {
          return Long.MAX_VALUE;
        }
      };

  /**
   * How much a thread gets when it has used up what it had; zero if nothing more, then it traps.
   *
   * @param used what it has had so far
   */
  long more(long used);

  /** So much for each thread. */
  static Fuel of(long limit) {
    return limit == Long.MAX_VALUE ? UNLIMITED : used -> used == 0 ? limit : 0;
  }

  /** Whether anything is counted. */
  @SuppressWarnings("ReferenceEquality") // any other one counts
  default boolean isLimited() {
    return this != UNLIMITED;
  }
}
