package dev.wasmscope.profile.model;

/** The frames of a profile: functions with the place in them, one column per property. */
public final class FrameTable {
  private final int[] functions;
  private final int[] offsets;
  private final int[] lines;
  private final int[] columns;

  FrameTable(IntColumn[] columns) {
    this.functions = columns[0].toArray();
    this.offsets = columns[1].toArray();
    this.lines = columns[2].toArray();
    this.columns = columns[3].toArray();
  }

  /** How many frames there are. */
  public int size() {
    return functions.length;
  }

  /** Row of the function of frame {@code row} in the {@link FunctionTable}. */
  public int function(int row) {
    return functions[row];
  }

  /** Byte offset in the function's body where frame {@code row} stood; -1 when unknown. */
  public int offset(int row) {
    return offsets[row];
  }

  /** 1-based line where frame {@code row} stood; 0 when unknown. */
  public int line(int row) {
    return lines[row];
  }

  /** 1-based column where frame {@code row} stood; 0 when unknown. */
  public int column(int row) {
    return columns[row];
  }
}
