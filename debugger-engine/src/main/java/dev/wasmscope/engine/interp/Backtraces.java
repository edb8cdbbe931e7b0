package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.trap.TraceEntry;
import dev.wasmscope.wasm.module.Place;
import java.util.ArrayList;
import java.util.List;

/** Describes stacks for those who read of a trap later. */
final class Backtraces {

  private static final int LONGEST = 200;

  private Backtraces() {}

  /** The innermost frames, at most so many as anybody reads. */
  static List<TraceEntry> of(List<FrameView> frames) {
    List<TraceEntry> entries = new ArrayList<>();
    for (FrameView frame : frames.subList(0, Math.min(frames.size(), LONGEST))) {
      Place place = frame.place();
      entries.add(
          new TraceEntry(
              frame.instance().name(), frame.function().name(), place.function(), place.offset()));
    }
    return entries;
  }
}
