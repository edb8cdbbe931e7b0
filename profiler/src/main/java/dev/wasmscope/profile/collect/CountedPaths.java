package dev.wasmscope.profile.collect;

import dev.wasmscope.profile.model.Frame;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.ThreadBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts exact counts into a profile: samples in order of the first entry of their path. */
final class CountedPaths {
  private final ProfileBuilder builder;
  private final ThreadBuilder thread;
  private final EngineNames names;
  private final Map<PathNode, Integer> callers = new HashMap<>();

  CountedPaths(ProfileBuilder builder, ThreadBuilder thread, EngineNames names) {
    this.builder = builder;
    this.thread = thread;
    this.names = names;
  }

  void add(List<PathNode> paths) {
    for (int order = 0; order < paths.size(); order++) {
      PathNode path = paths.get(order);
      if (path.count > 0) {
        add(path, order);
      }
    }
  }

  private void add(PathNode path, int order) {
    int prefix = prefix(path);
    long[] byOffset = path.byOffset();
    long rest = path.count;
    for (int offset = 0; offset < byOffset.length; offset++) {
      if (byOffset[offset] > 0) {
        rest -= byOffset[offset];
        Frame frame = names.frame(path.function, offset);
        thread.sample(order, builder.stack(prefix, builder.frame(frame)), byOffset[offset]);
      }
    }
    if (rest > 0) {
      int frame = builder.frame(Frame.of(names.function(path.function)));
      thread.sample(order, builder.stack(prefix, frame), rest);
    }
  }

  /** The stack of the callers of a path, each without a place; paths come callers first. */
  private int prefix(PathNode path) {
    List<PathNode> missing = new ArrayList<>();
    PathNode caller = path.parent;
    while (caller.function != null && !callers.containsKey(caller)) {
      missing.add(caller);
      caller = caller.parent;
    }
    int stack = caller.function == null ? StackTable.NONE : callers.get(caller);
    for (PathNode next : missing.reversed()) {
      stack = builder.stack(stack, builder.frame(Frame.of(names.function(next.function))));
      callers.put(next, stack);
    }
    return stack;
  }
}
