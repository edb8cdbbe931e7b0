package dev.wasmscope.profile.io;

import dev.wasmscope.profile.io.json.JsonOut;
import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.Counter;
import dev.wasmscope.profile.model.Fact;
import dev.wasmscope.profile.model.FrameTable;
import dev.wasmscope.profile.model.FunctionTable;
import dev.wasmscope.profile.model.Marker;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileMeta;
import dev.wasmscope.profile.model.ProfileThread;
import dev.wasmscope.profile.model.Samples;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.WeightUnit;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the Firefox Profiler's processed profile. */
final class FirefoxWriter {
  private static final List<Category> CATEGORIES = List.of(Category.values());
  private static final List<Marker.Kind> KINDS = List.of(Marker.Kind.values());
  private static final int LIBRARY = 1;
  private static final int INSTANT = 0;
  private static final int INTERVAL = 1;
  private static final double DEFAULT_INTERVAL = 1;

  private final Profile profile;
  private final FunctionTable functions;
  private final FrameTable frames;

  FirefoxWriter(Profile profile) {
    this.profile = profile;
    this.functions = profile.functions();
    this.frames = profile.frames();
  }

  void write(OutputStream out) {
    try (JsonOut json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.object("meta", () -> meta(json));
            json.array("libs", () -> {});
            json.array("pages", () -> {});
            json.rows("counters", profile.counters().size(), i -> counter(json, i));
            json.rows("threads", profile.threads().size(), i -> thread(json, i));
            json.object(FirefoxNames.SOURCES, () -> profile.sources().forEach(json::member));
          });
    }
  }

  private void meta(JsonOut json) {
    ProfileMeta meta = profile.meta();
    json.member("version", FirefoxFormat.GECKO_VERSION)
        .member("preprocessedProfileVersion", FirefoxFormat.VERSION)
        .member("product", meta.product())
        .member("importedFrom", "Wasmscope")
        .member("interval", meta.interval() > 0 ? meta.interval() : DEFAULT_INTERVAL)
        .member("startTime", meta.startTime().toEpochMilli())
        .member("processType", 0)
        .member("stackwalk", 1)
        .member("debug", false)
        .member("toolkit", "")
        .member("symbolicated", true)
        .member("usesOnlyOneStackType", true)
        .member("doesNotUseFrameImplementation", true)
        .member("sourceCodeIsNotOnSearchfox", true)
        .member("keepProfileThreadOrder", true);
    if (meta.interval() == 0) {
      json.member(FirefoxNames.INTERVAL, 0);
    }
    json.rows("categories", CATEGORIES.size(), i -> category(json, CATEGORIES.get(i)));
    json.rows("markerSchema", KINDS.size(), i -> schema(json, KINDS.get(i)));
    json.object(
        "sampleUnits",
        () -> json.member("time", "ms").member("eventDelay", "ms").member("threadCPUDelta", "ns"));
    json.array("extra", () -> facts(json, meta.facts()));
  }

  private static void category(JsonOut json, Category category) {
    json.object(
        () ->
            json.member("name", category.label())
                .member("color", FirefoxNames.colour(category))
                .array("subcategories", () -> json.text("Other")));
  }

  private void schema(JsonOut json, Marker.Kind kind) {
    Set<String> keys = new LinkedHashSet<>();
    for (ProfileThread thread : profile.threads()) {
      for (Marker marker : thread.markers()) {
        if (marker.kind() == kind) {
          keys.addAll(marker.data().keySet());
        }
      }
    }
    List<String> fields = new ArrayList<>(keys);
    json.object(
        () -> {
          json.member("name", kind.label()).member("tooltipLabel", "{marker.name}");
          json.member("tableLabel", "{marker.name}").member("chartLabel", "{marker.name}");
          json.array(
              "display",
              () -> json.text("marker-chart").text("marker-table").text("timeline-overview"));
          json.rows("data", fields.size(), i -> field(json, fields.get(i)));
        });
  }

  private static void field(JsonOut json, String key) {
    json.object(() -> json.member("key", key).member("label", key).member("format", "string"));
  }

  private static void facts(JsonOut json, List<Fact> facts) {
    json.object(
        () -> {
          json.member("label", "Module and run");
          json.rows(
              "entries",
              facts.size(),
              i ->
                  json.object(
                      () ->
                          json.member("label", facts.get(i).label())
                              .member("format", "string")
                              .member("value", facts.get(i).value())));
        });
  }

  private void counter(JsonOut json, int index) {
    Counter counter = profile.counters().get(index);
    int size = counter.size();
    json.object(
        () -> {
          json.member("name", counter.name()).member("category", FirefoxNames.MEMORY);
          json.member("description", counter.unit().label());
          json.member("pid", "1").member("mainThreadIndex", 0);
          json.object(
              "samples",
              () ->
                  json.column("time", size, counter::time)
                      .column("count", size, i -> difference(counter, i))
                      .member("length", size));
        });
  }

  private static double difference(Counter counter, int i) {
    return i == 0 ? counter.value(0) : counter.value(i) - counter.value(i - 1);
  }

  private void thread(JsonOut json, int index) {
    ProfileThread thread = profile.threads().get(index);
    ThreadTables tables = new ThreadTables(profile, thread.samples());
    json.object(
        () -> {
          json.member("name", thread.name()).member("processType", "default");
          json.member("processName", profile.meta().product());
          json.member("processStartupTime", 0).none("processShutdownTime");
          json.member("registerTime", 0).none("unregisterTime");
          json.array("pausedRanges", () -> {}).member("isMainThread", index == 0);
          json.member("pid", "1").member("tid", index + 1);
          json.object("samples", () -> samples(json, thread.samples(), tables));
          json.object("markers", () -> markers(json, thread.markers(), tables));
          json.object("stackTable", () -> stackTable(json, tables));
          json.object("frameTable", () -> frameTable(json, tables));
          json.object("funcTable", () -> functionTable(json, tables));
          json.object("resourceTable", () -> resourceTable(json, tables));
          json.object("nativeSymbols", () -> nativeSymbols(json));
          List<String> strings = tables.strings();
          json.texts("stringArray", strings.size(), strings::get);
        });
  }

  private static void samples(JsonOut json, Samples samples, ThreadTables tables) {
    WeightUnit unit = samples.unit();
    int size = samples.size();
    json.references(
        "stack",
        size,
        i -> samples.stack(i) == StackTable.NONE ? -1 : tables.stack(samples.stack(i)));
    json.column("time", size, samples::time);
    json.column("weight", size, i -> samples.weight(i) / FirefoxNames.scale(unit));
    json.member("weightType", FirefoxNames.weightType(unit));
    json.member(FirefoxNames.WEIGHT_UNIT, unit.label());
    json.member("length", size);
  }

  private static void markers(JsonOut json, List<Marker> markers, ThreadTables tables) {
    int size = markers.size();
    json.column("name", size, i -> tables.string(markers.get(i).name()));
    json.column("startTime", size, i -> markers.get(i).start());
    json.rows(
        "endTime",
        size,
        i -> {
          if (markers.get(i).duration() == 0) {
            json.none();
          } else {
            json.number(markers.get(i).end());
          }
        });
    json.column("phase", size, i -> markers.get(i).duration() == 0 ? INSTANT : INTERVAL);
    json.column("category", size, i -> category(markers.get(i)));
    json.rows("data", size, i -> data(json, markers.get(i)));
    json.member("length", size);
  }

  private static int category(Marker marker) {
    return CATEGORIES.indexOf(
        switch (marker.kind()) {
          case HOST_CALL -> Category.HOST;
          case MEMORY_GROWTH -> Category.WASM;
          case OTHER -> Category.OTHER;
        });
  }

  private static void data(JsonOut json, Marker marker) {
    json.object(
        () -> {
          json.member("type", marker.kind().label());
          marker.data().forEach((key, value) -> member(json, key, value));
        });
  }

  private static void member(JsonOut json, String key, String value) {
    if (!key.equals("type")) {
      json.member(key, value);
    }
  }

  private void stackTable(JsonOut json, ThreadTables tables) {
    StackTable stacks = profile.stacks();
    int[] rows = tables.stacks;
    json.references(
        "prefix",
        rows.length,
        i -> stacks.prefix(rows[i]) < 0 ? -1 : tables.stack(stacks.prefix(rows[i])));
    json.column("frame", rows.length, i -> tables.frame(stacks.frame(rows[i])));
    json.column("category", rows.length, i -> category(profile.functionOfStack(rows[i])));
    json.column("subcategory", rows.length, _ -> 0);
    json.member("length", rows.length);
  }

  private int category(int function) {
    return CATEGORIES.indexOf(functions.category(function));
  }

  private void frameTable(JsonOut json, ThreadTables tables) {
    int[] rows = tables.frames;
    int size = rows.length;
    json.column("address", size, i -> frames.offset(rows[i]));
    json.column("inlineDepth", size, _ -> 0);
    json.column("category", size, i -> category(frames.function(rows[i])));
    json.column("subcategory", size, _ -> 0);
    json.column("func", size, i -> tables.function(frames.function(rows[i])));
    json.nulls("nativeSymbol", size).column("innerWindowID", size, _ -> 0);
    json.nulls("implementation", size);
    json.references("line", size, i -> known(frames.line(rows[i])));
    json.references("column", size, i -> known(frames.column(rows[i])));
    json.member("length", size);
  }

  private static int known(int lineOrColumn) {
    return lineOrColumn > 0 ? lineOrColumn : -1;
  }

  private void functionTable(JsonOut json, ThreadTables tables) {
    int[] rows = tables.functions;
    int size = rows.length;
    json.column("name", size, i -> tables.string(functions.name(rows[i])));
    json.rows("isJS", size, _ -> json.bool(false));
    json.rows("relevantForJS", size, _ -> json.bool(false));
    json.column("resource", size, i -> tables.module(functions.module(rows[i])));
    json.references("fileName", size, i -> fileName(functions.file(rows[i]), tables));
    json.references("lineNumber", size, i -> known(functions.line(rows[i])));
    json.nulls("columnNumber", size);
    json.references(FirefoxNames.WASM_FUNCTION, size, i -> functions.index(rows[i]));
    json.member("length", size);
  }

  private static int fileName(String file, ThreadTables tables) {
    return file.isEmpty() ? -1 : tables.string(file);
  }

  private static void resourceTable(JsonOut json, ThreadTables tables) {
    int size = tables.modules.size();
    json.nulls("lib", size);
    json.column("name", size, i -> tables.string(tables.modules.get(i)));
    json.nulls("host", size).column("type", size, _ -> LIBRARY);
    json.member("length", size);
  }

  private static void nativeSymbols(JsonOut json) {
    json.array("libIndex", () -> {}).array("address", () -> {}).array("name", () -> {});
    json.array("functionSize", () -> {}).member("length", 0);
  }
}
