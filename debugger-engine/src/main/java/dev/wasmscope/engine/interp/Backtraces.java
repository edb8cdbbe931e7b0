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

  /** The innermost frames, as many as anybody reads; those of a recursion are one entry. */
  static List<TraceEntry> of(List<FrameView> frames) {
    List<TraceEntry> entries = new ArrayList<>();
    for (FrameView frame : frames) {
      TraceEntry entry = entry(frame);
      TraceEntry last = entries.isEmpty() ? null : entries.getLast();
      if (last != null && last.equals(entry.times(last.times()))) {
        entries.set(entries.size() - 1, entry.times(last.times() + 1));
      } else if (entries.size() < LONGEST) {
        entries.add(entry);
      } else {
        break;
      }
    }
    return entries;
  }

  private static TraceEntry entry(FrameView frame) {
    Place place = frame.place();
    return new TraceEntry(
        frame.instance().name(), frame.function().name(), place.function(), place.offset(), 1);
  }
}
