package dev.wasmscope.engine.runtime;

/**
 * What the programs of a store may use up.
 *
 * @param memoryBytes the largest size of one memory
 * @param trapOnGrowFailure whether a program traps where a memory would become larger than that
 * @param tableElements the largest size of one table
 * @param arrayElements the largest size of one heap array
 * @param callDepth frames on one thread's stack before {@code call stack exhausted}
 * @param stackSlots locals and operands on one thread's stack, likewise
 * @param fuel calls and rounds of loops of one thread; {@link Long#MAX_VALUE} for no limit
 */
public record StoreLimits(
    long memoryBytes,
    boolean trapOnGrowFailure,
    int tableElements,
    int arrayElements,
    int callDepth,
    int stackSlots,
    long fuel) {

  /** Generous, yet such that no small module exhausts the machine by itself. */
  public static final StoreLimits DEFAULT =
      new StoreLimits(1L << 32, false, 10_000_000, 1 << 28, 30_000, 1 << 22, Long.MAX_VALUE);

  /** These limits with another depth of calls. */
  public StoreLimits withCallDepth(int frames) {
    return new StoreLimits(
        memoryBytes, trapOnGrowFailure, tableElements, arrayElements, frames, stackSlots, fuel);
  }

  /** These limits with another size for memories. */
  public StoreLimits withMemoryBytes(long bytes) {
    return new StoreLimits(
        bytes, trapOnGrowFailure, tableElements, arrayElements, callDepth, stackSlots, fuel);
  }

  /** These limits with a trap, or none, where a memory may not grow. */
  public StoreLimits withTrapOnGrowFailure(boolean traps) {
    return new StoreLimits(
        memoryBytes, traps, tableElements, arrayElements, callDepth, stackSlots, fuel);
  }

  /** These limits with another size of stacks. */
  public StoreLimits withStackSlots(int slots) {
    return new StoreLimits(
        memoryBytes, trapOnGrowFailure, tableElements, arrayElements, callDepth, slots, fuel);
  }

  /** These limits with so much fuel. */
  public StoreLimits withFuel(long calls) {
    return new StoreLimits(
        memoryBytes, trapOnGrowFailure, tableElements, arrayElements, callDepth, stackSlots, calls);
  }
}
