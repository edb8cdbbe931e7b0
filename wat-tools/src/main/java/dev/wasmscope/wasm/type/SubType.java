package dev.wasmscope.wasm.type;

import java.util.List;

/**
 * A composite type with its declared place among others (§2.3.9).
 *
 * @param isFinal whether no other type may name this one as its super type
 * @param supers indices of its super types; validation allows one at the most
 * @param composite what it is composed of
 */
public record SubType(boolean isFinal, List<Integer> supers, CompositeType composite) {

  public SubType {
    supers = List.copyOf(supers);
  }

  /** The usual case: final, without a super type. */
  public static SubType of(CompositeType composite) {
    return new SubType(true, List.of(), composite);
  }
}
