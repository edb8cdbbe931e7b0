package dev.wasmscope.profile.collect;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Knows on which call path a thread is. The path of a frame follows from the path last seen one
 * frame further out: whatever was entered there since has been seen too.
 */
final class PathTracker {
  private final PathNode root = new PathNode(null, null);
  private final List<PathNode> inOrder = new ArrayList<>();
  private PathNode[] byDepth = new PathNode[64];
  private PathNode current = root;
  private int currentDepth = -1;

  /** The path of {@code frame}, which is the innermost of its thread. */
  PathNode at(FrameView frame) {
    int depth = frame.depth();
    WasmFunction function = frame.function();
    if (depth == currentDepth && current.function == function) {
      return current;
    }
    return move(frame, depth, function);
  }

  /** The path of a function that has just been entered: a new call even where the path is old. */
  PathNode entered(FrameView frame) {
    return move(frame, frame.depth(), frame.function());
  }

  /** The path of a host function that {@code caller} calls. */
  PathNode host(Optional<FrameView> caller, FunctionInstance function) {
    return step(caller.isPresent() ? at(caller.get()) : root, function);
  }

  private PathNode move(FrameView frame, int depth, WasmFunction function) {
    PathNode outer = depth == 0 ? root : outer(frame);
    PathNode known = depth < byDepth.length ? byDepth[depth] : null;
    PathNode node =
        known != null && known.parent == outer && known.function == function
            ? known
            : step(outer, function);
    if (depth >= byDepth.length) {
      byDepth = Arrays.copyOf(byDepth, Math.max(depth + 1, byDepth.length * 2));
    }
    byDepth[depth] = node;
    current = node;
    currentDepth = depth;
    return node;
  }

  /** The path one frame further out; found by walking when recording began in the middle of it. */
  private PathNode outer(FrameView frame) {
    Optional<FrameView> caller = frame.caller();
    if (caller.isEmpty()) {
      return root;
    }
    int outerDepth = caller.get().depth();
    PathNode known = outerDepth < byDepth.length ? byDepth[outerDepth] : null;
    if (known != null && known.function == caller.get().function()) {
      return known;
    }
    return walked(frame);
  }

  private PathNode walked(FrameView frame) {
    List<FrameView> outwards = new ArrayList<>();
    for (Optional<FrameView> f = frame.caller(); f.isPresent(); f = f.get().caller()) {
      outwards.add(f.get());
    }
    PathNode node = root;
    for (FrameView outer : outwards.reversed()) {
      node = step(node, outer.function());
      if (outer.depth() >= byDepth.length) {
        byDepth = Arrays.copyOf(byDepth, Math.max(outer.depth() + 1, byDepth.length * 2));
      }
      byDepth[outer.depth()] = node;
    }
    return node;
  }

  private PathNode step(PathNode from, FunctionInstance function) {
    PathNode known = from.child(function);
    if (known != null) {
      return known;
    }
    PathNode made = from.add(function);
    inOrder.add(made);
    return made;
  }

  /** All paths in order of first entry, which puts callers before callees. */
  List<PathNode> paths() {
    return List.copyOf(inOrder);
  }
}
