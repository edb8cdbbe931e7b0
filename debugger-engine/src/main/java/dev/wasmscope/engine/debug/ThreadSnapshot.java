package dev.wasmscope.engine.debug;

import dev.wasmscope.wasm.module.Place;
import java.util.Optional;

/**
 * A thread of a program that stands still.
 *
 * @param id a number that no other thread of the program has
 * @param name what people call it
 * @param status what it was doing, in words: why it stopped, where it is blocked
 * @param blocked whether it waits for a notification or for the host
 * @param function its innermost function; empty if it executes none
 * @param place where it stands in it
 */
public record ThreadSnapshot(
    int id, String name, String status, boolean blocked, String function, Optional<Place> place) {

  /** Whether there are frames to look at. */
  public boolean hasFrames() {
    return place.isPresent();
  }
}
