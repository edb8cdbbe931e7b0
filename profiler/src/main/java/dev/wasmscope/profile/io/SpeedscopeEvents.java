package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.ThreadBuilder;
import java.util.ArrayList;
import java.util.List;

/** Reads speedscope's evented profiles: frames open and close, time passes in between. */
final class SpeedscopeEvents {
  private final List<Integer> frames;
  private final ProfileBuilder builder;
  private final ReadTables checks;
  private final ThreadBuilder thread;
  private final SpeedscopeFormat.Scale scale;
  private final List<Integer> openFrames = new ArrayList<>();
  private final List<Integer> openStacks = new ArrayList<>();

  SpeedscopeEvents(
      List<Integer> frames,
      ProfileBuilder builder,
      ReadTables checks,
      ThreadBuilder thread,
      SpeedscopeFormat.Scale scale) {
    this.frames = frames;
    this.builder = builder;
    this.checks = checks;
    this.thread = thread;
    this.scale = scale;
  }

  void read(JsonPlace profile) throws ProfileReadException {
    double start = profile.get("startValue").number();
    double last = start;
    for (JsonPlace event : profile.get("events").elements()) {
      double at = event.get("at").number();
      if (at < last) {
        throw event.get("at").wrong("events in order of time");
      }
      pass(event, start, last, at);
      last = at;
      int frame = event.get("frame").count(Math.max(frames.size() - 1, 0));
      switch (event.get("type").text()) {
        case "O" -> open(event, frame);
        case "C" -> close(event, frame);
        default -> throw event.get("type").wrong("\"O\" or \"C\"");
      }
    }
    pass(profile, start, last, Math.max(last, profile.get("endValue").number()));
  }

  private void pass(JsonPlace place, double start, double from, double to)
      throws ProfileReadException {
    if (to > from) {
      int stack = openStacks.isEmpty() ? StackTable.NONE : openStacks.getLast();
      checks.sample(
          place, thread, scale.milliseconds(from - start), stack, (to - from) * scale.factor());
    }
  }

  private void open(JsonPlace event, int frame) throws ProfileReadException {
    if (frames.isEmpty()) {
      throw event.problem("expected a frame of shared.frames, which is empty");
    }
    int prefix = openStacks.isEmpty() ? StackTable.NONE : openStacks.getLast();
    openStacks.add(builder.stack(prefix, frames.get(frame)));
    openFrames.add(frame);
  }

  private void close(JsonPlace event, int frame) throws ProfileReadException {
    if (openFrames.isEmpty() || openFrames.getLast() != frame) {
      throw event.problem(
          "expected the innermost open frame to close"
              + (openFrames.isEmpty() ? ", none is open" : " (" + openFrames.getLast() + ")")
              + ", found frame "
              + frame);
    }
    openFrames.removeLast();
    openStacks.removeLast();
  }
}
