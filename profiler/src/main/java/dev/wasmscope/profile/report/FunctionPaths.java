package dev.wasmscope.profile.report;

import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.StackTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stacks of a profile reduced to paths of functions; a path's parent comes before it. */
final class FunctionPaths {
  private record Path(int parent, int function) {}

  private final List<Path> paths = new ArrayList<>();
  private final int[] pathOfStack;

  FunctionPaths(Profile profile) {
    StackTable stacks = profile.stacks();
    pathOfStack = new int[stacks.size()];
    Map<Path, Integer> rows = new HashMap<>();
    for (int stack = 0; stack < pathOfStack.length; stack++) {
      int prefix = stacks.prefix(stack);
      int parent = prefix == StackTable.NONE ? -1 : pathOfStack[prefix];
      Path path = new Path(parent, profile.functionOfStack(stack));
      Integer known = rows.putIfAbsent(path, paths.size());
      pathOfStack[stack] = known == null ? paths.size() : known;
      if (known == null) {
        paths.add(path);
      }
    }
  }

  int size() {
    return paths.size();
  }

  int parent(int path) {
    return paths.get(path).parent;
  }

  int function(int path) {
    return paths.get(path).function;
  }

  /** The path of a stack; -1 for none. */
  int of(int stack) {
    return stack == StackTable.NONE ? -1 : pathOfStack[stack];
  }
}
