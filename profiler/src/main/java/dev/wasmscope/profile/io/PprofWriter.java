package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.FrameTable;
import dev.wasmscope.profile.model.FunctionTable;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileThread;
import dev.wasmscope.profile.model.Samples;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.WeightUnit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes pprof: one sample per thread and stack, one location per frame. */
final class PprofWriter {
  private final Profile profile;
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<String, Integer> mappings = new LinkedHashMap<>();

  PprofWriter(Profile profile) {
    this.profile = profile;
    string("");
  }

  void write(OutputStream out) throws IOException {
    WeightUnit unit =
        profile.threads().isEmpty()
            ? WeightUnit.SAMPLES
            : profile.threads().getFirst().samples().unit();
    ProtoOutput main = new ProtoOutput();
    main.message(PprofFormat.SAMPLE_TYPE, valueType(PprofFormat.valueType(unit)));
    for (ProfileThread thread : profile.threads()) {
      if (thread.samples().unit() == unit) {
        samples(main, thread);
      }
    }
    locations(main);
    functions(main);
    mappings.forEach(
        (name, id) ->
            main.message(
                PprofFormat.MAPPING,
                new ProtoOutput()
                    .number(1, id)
                    .number(5, string(name))
                    .number(7, 1)
                    .number(8, 1)
                    .number(9, 1)));
    double interval = profile.meta().interval();
    if (interval > 0) {
      main.message(PprofFormat.PERIOD_TYPE, valueType(List.of("wall", "nanoseconds")));
      main.number(PprofFormat.PERIOD, Math.round(interval * 1e6));
    }
    main.number(PprofFormat.TIME_NANOS, profile.meta().startTime().toEpochMilli() * 1_000_000);
    for (String text : List.copyOf(strings.keySet())) {
      main.text(PprofFormat.STRING_TABLE, text);
    }
    main.writeTo(out);
  }

  private ProtoOutput valueType(List<String> typeAndUnit) {
    return new ProtoOutput()
        .number(1, string(typeAndUnit.getFirst()))
        .number(2, string(typeAndUnit.getLast()));
  }

  private void samples(ProtoOutput main, ProfileThread thread) {
    Samples samples = thread.samples();
    Map<Integer, Long> byStack = new LinkedHashMap<>();
    for (int i = 0; i < samples.size(); i++) {
      byStack.merge(samples.stack(i), samples.weight(i), Long::sum);
    }
    ProtoOutput label =
        new ProtoOutput().number(1, string(PprofFormat.THREAD)).number(2, string(thread.name()));
    byStack.forEach(
        (stack, weight) -> main.message(PprofFormat.SAMPLE, sample(stack, weight, label)));
  }

  private ProtoOutput sample(int stack, long weight, ProtoOutput label) {
    StackTable stacks = profile.stacks();
    ProtoOutput locations = new ProtoOutput();
    for (int s = stack; s != StackTable.NONE; s = stacks.prefix(s)) {
      locations.varint(stacks.frame(s) + 1L);
    }
    return new ProtoOutput()
        .message(1, locations)
        .message(2, new ProtoOutput().varint(weight))
        .message(3, label);
  }

  private void locations(ProtoOutput main) {
    FrameTable frames = profile.frames();
    for (int frame = 0; frame < frames.size(); frame++) {
      int function = frames.function(frame);
      ProtoOutput line = new ProtoOutput().number(1, function + 1L).number(2, frames.line(frame));
      main.message(
          PprofFormat.LOCATION,
          new ProtoOutput()
              .number(1, frame + 1L)
              .number(2, mapping(profile.functions().module(function)))
              .number(3, Math.max(frames.offset(frame), 0))
              .message(4, line));
    }
  }

  private void functions(ProtoOutput main) {
    FunctionTable functions = profile.functions();
    for (int f = 0; f < functions.size(); f++) {
      main.message(
          PprofFormat.FUNCTION,
          new ProtoOutput()
              .number(1, f + 1L)
              .number(2, string(functions.name(f)))
              .number(3, string(functions.name(f)))
              .number(4, string(functions.file(f)))
              .number(5, functions.line(f)));
    }
  }

  private int mapping(String module) {
    return module.isEmpty() ? 0 : mappings.computeIfAbsent(module, _ -> mappings.size() + 1);
  }

  private int string(String text) {
    return strings.computeIfAbsent(text, _ -> strings.size());
  }
}
