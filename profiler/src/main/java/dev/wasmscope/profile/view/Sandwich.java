package dev.wasmscope.profile.view;

import dev.wasmscope.profile.model.CallTree;

/**
 * One function between its callers and its callees, wherever it was called from.
 *
 * @param function row of the function in the function table
 * @param callers its callers, row 0 being the function itself
 * @param callees its callees, row 0 being the function itself
 */
public record Sandwich(int function, FlameLayout callers, FlameLayout callees) {

  /** The sandwich of {@code function}; both layouts are empty when it does not occur. */
  public static Sandwich of(CallTree tree, int function) {
    return new Sandwich(
        function,
        FlameLayout.leftHeavy(tree.callersOf(function)),
        FlameLayout.leftHeavy(tree.calleesOf(function)));
  }
}
