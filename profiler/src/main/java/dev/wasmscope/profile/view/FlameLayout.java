package dev.wasmscope.profile.view;

import dev.wasmscope.profile.model.CallNode;
import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileThread;
import dev.wasmscope.profile.model.TimeRange;
import dev.wasmscope.profile.model.WeightUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The boxes of a flame graph or icicle: row 0 holds the outermost functions, each further row the
 * callees. Every box lies inside its caller's box; positions and widths are fractions of the whole.
 * Whether row 0 is drawn at the top or at the bottom is the {@link Orientation}'s matter.
 */
public final class FlameLayout {
  private final Profile profile;
  private final WeightUnit unit;
  private final long total;
  private final List<FlameRow> rows;

  FlameLayout(Profile profile, WeightUnit unit, long total, List<GrowingRow> rows) {
    this.profile = profile;
    this.unit = unit;
    this.total = total;
    List<FlameRow> finished = new ArrayList<>(rows.size());
    for (GrowingRow row : rows) {
      finished.add(new FlameRow(finished.size(), Math.max(total, 1), row));
    }
    this.rows = List.copyOf(finished);
  }

  /** The heaviest callee leftmost, all calls of a function from the same stack merged. */
  public static FlameLayout leftHeavy(CallTree tree) {
    record Pending(CallNode node, int parent, long start) {}
    List<GrowingRow> rows = new ArrayList<>();
    List<Pending> open = new ArrayList<>();
    long start = 0;
    for (CallNode root : tree.roots()) {
      open.add(new Pending(root, -1, start));
      start += root.total();
    }
    open = new ArrayList<>(open.reversed());
    while (!open.isEmpty()) {
      Pending next = open.removeLast();
      CallNode node = next.node;
      if (node.total() == 0) {
        continue;
      }
      int index =
          row(rows, node.depth())
              .add(next.parent, node.function(), next.start, node.self(), node.total());
      List<CallNode> children = node.children();
      long end = next.start + node.total() - node.self();
      for (CallNode child : children.reversed()) {
        end -= child.total();
        open.add(new Pending(child, index, end));
      }
    }
    return new FlameLayout(tree.profile(), tree.unit(), tree.total(), rows);
  }

  /**
   * The samples of one thread in order of time; neighbours with the same callers share a box. The
   * width of a sample is its weight; samples without a stack leave a gap.
   */
  public static FlameLayout timeOrder(Profile profile, ProfileThread thread, TimeRange range) {
    return new TimeOrder(profile, thread.samples(), range).layout();
  }

  static GrowingRow row(List<GrowingRow> rows, int depth) {
    if (depth == rows.size()) {
      rows.add(new GrowingRow());
    }
    return rows.get(depth);
  }

  /** The profile that function rows refer to. */
  public Profile profile() {
    return profile;
  }

  /** What weights count. */
  public WeightUnit unit() {
    return unit;
  }

  /** The weight that the whole width stands for. */
  public long total() {
    return total;
  }

  /** The rows, outermost functions first. */
  public List<FlameRow> rows() {
    return rows;
  }

  /** The name to write into a box. */
  public String name(FlameBox box) {
    return profile.functions().name(box.function());
  }

  /** The box in row {@code row} that covers {@code fraction} of the whole width. */
  public Optional<FlameBox> hit(int row, double fraction) {
    if (row < 0 || row >= rows.size()) {
      return Optional.empty();
    }
    OptionalInt index = rows.get(row).hit(fraction);
    return index.isPresent() ? Optional.of(rows.get(row).box(index.getAsInt())) : Optional.empty();
  }

  /** The caller's box; empty in row 0. */
  public Optional<FlameBox> parent(FlameBox box) {
    return box.row() == 0
        ? Optional.empty()
        : Optional.of(rows.get(box.row() - 1).box(box.parent()));
  }

  /** The boxes from the outermost caller down to {@code box}. */
  public List<FlameBox> path(FlameBox box) {
    List<FlameBox> path = new ArrayList<>();
    Optional<FlameBox> next = Optional.of(box);
    while (next.isPresent()) {
      path.add(next.get());
      next = parent(next.get());
    }
    return List.copyOf(path.reversed());
  }
}
