package dev.wasmscope.wasm.valid;

/**
 * Where the branches of a function lead, sorted by the offset of the branching instruction. An
 * instruction has one entry, {@code br_table} one for each label (the default last), {@code
 * try_table} one for each clause. Offsets count from the start of the body, as in {@link
 * dev.wasmscope.wasm.module.Place}.
 *
 * <p>Going to an entry: of the operands, with a condition, index or null reference already taken,
 * the topmost {@link #kept} stay and the {@link #dropped} ones below them go; then the instruction
 * at {@link #target} is next. A target is the first instruction inside a loop, or the one behind
 * the {@code end} of another block; for the function's own label it is the final {@code end}. The
 * instructions with entries:
 *
 * <ul>
 *   <li>{@code br}, {@code br_if}, {@code br_table}, {@code br_on_…}: the branch;
 *   <li>{@code if}: where to go when the condition is zero;
 *   <li>{@code else}, and legacy {@code catch} and {@code catch_all} reached from above: the end;
 *   <li>a clause of {@code try_table}, and the second entry of a legacy {@code catch} or {@code
 *       catch_all}: where the handler starts; here {@link #dropped} is the number of operands that
 *       stay below the {@link #kept} values that the exception brings;
 *   <li>{@code rethrow}: as target the index of the handler that caught.
 * </ul>
 */
public final class SideTable {

  private final int[] offsets;
  private final int[] targets;
  private final int[] kept;
  private final int[] dropped;

  SideTable(int[] offsets, int[] targets, int[] kept, int[] dropped) {
    this.offsets = offsets;
    this.targets = targets;
    this.kept = kept;
    this.dropped = dropped;
  }

  /** Number of entries. */
  public int size() {
    return offsets.length;
  }

  /** The first entry of the instruction at {@code offset}, or a negative number if it has none. */
  public int find(int offset) {
    int low = 0;
    int high = offsets.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offsets[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < offsets.length && offsets[low] == offset ? low : -1;
  }

  /** Offset of the instruction that has {@code entry}. */
  public int offset(int entry) {
    return offsets[entry];
  }

  /** Offset of the instruction to go on at. */
  public int target(int entry) {
    return targets[entry];
  }

  /** Number of topmost operands that stay. */
  public int kept(int entry) {
    return kept[entry];
  }

  /** Number of operands below the kept ones that go; of handlers, that stay. */
  public int dropped(int entry) {
    return dropped[entry];
  }
}
