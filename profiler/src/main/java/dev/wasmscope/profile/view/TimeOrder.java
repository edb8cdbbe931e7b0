package dev.wasmscope.profile.view;

import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.Samples;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays samples out in order of time. Stacks are first reduced to paths of functions, so that a
 * function seen at several places stays one box; a change from one path to the next then costs only
 * the boxes that differ.
 */
final class TimeOrder {
  private record Path(int parent, int function, int depth) {}

  private final Profile profile;
  private final Samples samples;
  private final TimeRange range;
  private final List<Path> paths = new ArrayList<>();
  private final int[] pathOfStack;
  private final List<GrowingRow> rows = new ArrayList<>();
  private final List<Integer> openPaths = new ArrayList<>();
  private final List<Integer> openBoxes = new ArrayList<>();
  private long now;

  TimeOrder(Profile profile, Samples samples, TimeRange range) {
    this.profile = profile;
    this.samples = samples;
    this.range = range;
    StackTable stacks = profile.stacks();
    this.pathOfStack = new int[stacks.size()];
    Map<Path, Integer> known = new HashMap<>();
    for (int stack = 0; stack < pathOfStack.length; stack++) {
      int prefix = stacks.prefix(stack);
      int parent = prefix == StackTable.NONE ? -1 : pathOfStack[prefix];
      int depth = parent < 0 ? 0 : paths.get(parent).depth + 1;
      Path path = new Path(parent, profile.functionOfStack(stack), depth);
      Integer row = known.putIfAbsent(path, paths.size());
      pathOfStack[stack] = row == null ? paths.size() : row;
      if (row == null) {
        paths.add(path);
      }
    }
  }

  FlameLayout layout() {
    for (int i = 0; i < samples.size(); i++) {
      if (range.contains(samples.time(i)) && samples.weight(i) > 0) {
        int stack = samples.stack(i);
        moveTo(stack == StackTable.NONE ? -1 : pathOfStack[stack]);
        if (!openBoxes.isEmpty()) {
          rows.get(openBoxes.size() - 1).addSelf(openBoxes.getLast(), samples.weight(i));
        }
        now += samples.weight(i);
      }
    }
    closeDownTo(0);
    return new FlameLayout(profile, samples.unit(), now, rows);
  }

  private void moveTo(int leaf) {
    List<Integer> missing = new ArrayList<>();
    int path = leaf;
    while (path >= 0 && !isOpen(path)) {
      missing.add(path);
      path = paths.get(path).parent;
    }
    closeDownTo(path < 0 ? 0 : paths.get(path).depth + 1);
    for (int next : missing.reversed()) {
      open(next);
    }
  }

  private boolean isOpen(int path) {
    int depth = paths.get(path).depth;
    return depth < openPaths.size() && openPaths.get(depth) == path;
  }

  private void open(int path) {
    int depth = openBoxes.size();
    int parent = depth == 0 ? -1 : openBoxes.getLast();
    int box = FlameLayout.row(rows, depth).add(parent, paths.get(path).function, now, 0, 0);
    openPaths.add(path);
    openBoxes.add(box);
  }

  private void closeDownTo(int depth) {
    while (openBoxes.size() > depth) {
      rows.get(openBoxes.size() - 1).close(openBoxes.removeLast(), now);
      openPaths.removeLast();
    }
  }
}
