package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.Function;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.ProfileMeta;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.ThreadBuilder;
import dev.wasmscope.profile.model.WeightUnit;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads pprof; of several values per sample the default one, else the last. */
final class PprofReader {
  private record ValueType(int type, int unit) {}

  private record Line(long function, int line) {}

  private record Location(long mapping, int offset, List<Line> lines) {}

  private record NamedFunction(int name, int file, int line) {}

  private final ProfileSource source;
  private final List<String> strings = new ArrayList<>();
  private final List<ValueType> types = new ArrayList<>();
  private final List<ProtoInput> samples = new ArrayList<>();
  private final Map<Long, Location> locations = new HashMap<>();
  private final Map<Long, NamedFunction> functions = new HashMap<>();
  private final Map<Long, Integer> mappings = new HashMap<>();
  private final Map<String, ThreadBuilder> threads = new LinkedHashMap<>();
  private final Map<Long, int[]> framesOfLocation = new HashMap<>();
  private long timeNanos;
  private long period;
  private int defaultType;
  private double total;

  PprofReader(ProfileSource source) {
    this.source = source;
  }

  Profile read() throws ProfileReadException {
    tables(new ProtoInput(source, bytes()));
    if (types.isEmpty()) {
      throw source.error("", "expected a type of sample, found none", JsonPlace.REMEDY);
    }
    int value = types.size() - 1;
    for (int i = 0; i < types.size(); i++) {
      if (defaultType != 0 && types.get(i).type == defaultType) {
        value = i;
      }
    }
    Scale scale = scale(text(types.get(value).type), text(types.get(value).unit));
    ProfileBuilder builder = new ProfileBuilder(meta());
    for (ProtoInput sample : samples) {
      sample(sample, value, scale, builder);
    }
    return builder.build();
  }

  private ProfileMeta meta() {
    double interval = period > 0 ? period / 1e6 : 0;
    return new ProfileMeta(
        "profile", interval, Instant.ofEpochMilli(timeNanos / 1_000_000), List.of());
  }

  private byte[] bytes() throws ProfileReadException {
    try {
      return source.stream().readAllBytes();
    } catch (IOException e) {
      throw source
          .failure()
          .orElseGet(() -> source.error("", "the file cannot be read: " + e, JsonPlace.REMEDY));
    }
  }

  private void tables(ProtoInput main) throws ProfileReadException {
    for (int field = main.next(); field != 0; field = main.next()) {
      switch (field) {
        case PprofFormat.SAMPLE_TYPE -> types.add(valueType(main.message()));
        case PprofFormat.SAMPLE -> samples.add(main.message());
        case PprofFormat.MAPPING -> mapping(main.message());
        case PprofFormat.LOCATION -> location(main.message());
        case PprofFormat.FUNCTION -> function(main.message());
        case PprofFormat.STRING_TABLE -> strings.add(main.text());
        case PprofFormat.TIME_NANOS -> timeNanos = main.number();
        case PprofFormat.PERIOD -> period = main.number();
        case PprofFormat.DEFAULT_SAMPLE_TYPE -> defaultType = main.index(Integer.MAX_VALUE);
        default -> {}
      }
    }
  }

  private static ValueType valueType(ProtoInput in) throws ProfileReadException {
    int type = 0;
    int unit = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> type = in.index(Integer.MAX_VALUE);
        case 2 -> unit = in.index(Integer.MAX_VALUE);
        default -> {}
      }
    }
    return new ValueType(type, unit);
  }

  private void mapping(ProtoInput in) throws ProfileReadException {
    long id = 0;
    int name = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> id = in.number();
        case 5 -> name = in.index(Integer.MAX_VALUE);
        default -> {}
      }
    }
    mappings.put(id, name);
  }

  private void location(ProtoInput in) throws ProfileReadException {
    long id = 0;
    long mapping = 0;
    long address = 0;
    List<Line> lines = new ArrayList<>();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> id = in.number();
        case 2 -> mapping = in.number();
        case 3 -> address = in.number();
        case 4 -> lines.add(line(in.message()));
        default -> {}
      }
    }
    int offset = address > 0 && address <= Integer.MAX_VALUE ? (int) address : -1;
    locations.put(id, new Location(mapping, offset, lines));
  }

  private static Line line(ProtoInput in) throws ProfileReadException {
    long function = 0;
    long line = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> function = in.number();
        case 2 -> line = in.number();
        default -> {}
      }
    }
    return new Line(function, bounded(line));
  }

  private static int bounded(long line) {
    return line > 0 && line <= Integer.MAX_VALUE ? (int) line : 0;
  }

  private void function(ProtoInput in) throws ProfileReadException {
    long id = 0;
    int name = 0;
    int file = 0;
    long line = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> id = in.number();
        case 2 -> name = in.index(Integer.MAX_VALUE);
        case 4 -> file = in.index(Integer.MAX_VALUE);
        case 5 -> line = in.number();
        default -> {}
      }
    }
    functions.put(id, new NamedFunction(name, file, bounded(line)));
  }

  /** What a value is multiplied with to become a weight of the unit. */
  private record Scale(WeightUnit unit, double factor) {}

  private static Scale scale(String type, String unit) {
    return switch (unit) {
      case "nanoseconds", "nanosecond", "ns" -> new Scale(WeightUnit.CPU_TIME_NS, 1);
      case "microseconds", "us" -> new Scale(WeightUnit.CPU_TIME_NS, 1e3);
      case "milliseconds", "ms" -> new Scale(WeightUnit.CPU_TIME_NS, 1e6);
      case "seconds", "s" -> new Scale(WeightUnit.CPU_TIME_NS, 1e9);
      case "bytes", "byte" -> new Scale(WeightUnit.BYTES, 1);
      case "kilobytes" -> new Scale(WeightUnit.BYTES, 1024);
      default -> new Scale(WeightUnit.labelled(type).orElse(WeightUnit.SAMPLES), 1);
    };
  }

  private void sample(ProtoInput in, int value, Scale scale, ProfileBuilder builder)
      throws ProfileReadException {
    ProtoInput.Numbers ids = new ProtoInput.Numbers();
    ProtoInput.Numbers values = new ProtoInput.Numbers();
    String thread = "all";
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> in.numbers(ids);
        case 2 -> in.numbers(values);
        case 3 -> thread = threadName(in.message(), thread);
        default -> {}
      }
    }
    if (value >= values.size()) {
      throw in.wrong("expected " + types.size() + " values of a sample, found " + values.size());
    }
    double weight = values.get(value) * scale.factor;
    total += weight;
    if (weight < 0 || total > ReadTables.HEAVIEST) {
      throw in.wrong("expected weights from 0 with a sum below 2^53, found " + values.get(value));
    }
    int stack = StackTable.NONE;
    for (int i = ids.size() - 1; i >= 0; i--) {
      for (int frame : frames(ids.get(i), in, builder)) {
        stack = builder.stack(stack, frame);
      }
    }
    ThreadBuilder into = threads.computeIfAbsent(thread, name -> builder.thread(name, scale.unit));
    into.sample(into.size(), stack, Math.round(weight));
  }

  private String threadName(ProtoInput in, String otherwise) throws ProfileReadException {
    int key = 0;
    int text = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> key = in.index(strings.size());
        case 2 -> text = in.index(strings.size());
        default -> {}
      }
    }
    return text != 0 && text(key).equals(PprofFormat.THREAD) ? text(text) : otherwise;
  }

  /** The builder's frames of a location, outermost first: functions may be inlined there. */
  private int[] frames(long id, ProtoInput in, ProfileBuilder builder) throws ProfileReadException {
    int[] known = framesOfLocation.get(id);
    if (known != null) {
      return known;
    }
    Location location = locations.get(id);
    if (location == null) {
      throw in.wrong("expected the id of a location, found " + id);
    }
    String module = text(mappings.getOrDefault(location.mapping, 0));
    List<Line> lines = location.lines.reversed();
    int[] frames = new int[Math.max(lines.size(), 1)];
    if (lines.isEmpty()) {
      frames[0] = builder.frame(builder.function(unnamed(id, module)), location.offset, 0, 0);
    }
    for (int i = 0; i < lines.size(); i++) {
      int function = builder.function(named(lines.get(i).function, module, in));
      frames[i] = builder.frame(function, location.offset, lines.get(i).line, 0);
    }
    framesOfLocation.put(id, frames);
    return frames;
  }

  private static Function unnamed(long location, String module) {
    Function bare = KnownNames.function("location " + Long.toUnsignedString(location), module, 0);
    return new Function(bare.name(), module, "", 0, -1, bare.category());
  }

  private Function named(long id, String module, ProtoInput in) throws ProfileReadException {
    NamedFunction function = functions.get(id);
    if (function == null) {
      throw in.wrong("expected the id of a function, found " + id);
    }
    String file = text(function.file);
    Function bare = KnownNames.function(text(function.name), file.isEmpty() ? module : file, 0);
    return new Function(bare.name(), module, file, function.line, -1, bare.category());
  }

  private String text(int index) throws ProfileReadException {
    if (index >= strings.size() && index != 0) {
      throw source.error(
          "string_table",
          "expected an index below " + strings.size() + ", found " + index,
          JsonPlace.REMEDY);
    }
    return index < strings.size() ? strings.get(index) : "";
  }
}
