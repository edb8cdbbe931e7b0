package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.CounterBuilder;
import dev.wasmscope.profile.model.Fact;
import dev.wasmscope.profile.model.Marker;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.ProfileMeta;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.ThreadBuilder;
import dev.wasmscope.profile.model.WeightUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the Firefox Profiler's processed profile. */
final class FirefoxReader {
  private static final double LATEST_START = 1e15;

  private final JsonPlace root;
  private final ProfileBuilder builder;
  private final ReadTables checks = new ReadTables();
  private final FirefoxTables tables;

  FirefoxReader(JsonPlace root) throws ProfileReadException {
    this.root = root;
    this.builder = new ProfileBuilder(meta(root.get("meta")));
    this.tables = new FirefoxTables(root, builder);
  }

  Profile read() throws ProfileReadException {
    for (JsonPlace thread : root.get("threads").elements()) {
      thread(thread);
    }
    Optional<JsonPlace> counters = root.find("counters");
    if (counters.isPresent()) {
      for (JsonPlace counter : counters.get().elements()) {
        counter(counter);
      }
    }
    Optional<JsonPlace> sources = root.find(FirefoxNames.SOURCES);
    if (sources.isPresent()) {
      for (String file : sources.get().keys()) {
        builder.source(file, sources.get().get(file).text());
      }
    }
    return builder.build();
  }

  private static ProfileMeta meta(JsonPlace meta) throws ProfileReadException {
    if (!meta.has("preprocessedProfileVersion")) {
      throw meta.problem(
          "expected a processed profile with \"preprocessedProfileVersion\", found none"
              + " (a raw Gecko profile becomes one when profiler.firefox.com saves it)");
    }
    double start = meta.has("startTime") ? meta.get("startTime").number() : 0;
    if (!(Math.abs(start) <= LATEST_START)) {
      throw meta.get("startTime").wrong("milliseconds since 1970");
    }
    String key = meta.has(FirefoxNames.INTERVAL) ? FirefoxNames.INTERVAL : "interval";
    double interval = meta.has(key) ? meta.get(key).number() : 0;
    Optional<JsonPlace> product = meta.find("product");
    return new ProfileMeta(
        product.isPresent() ? product.get().text() : "profile",
        Math.max(interval, 0),
        Instant.ofEpochMilli((long) start),
        facts(meta));
  }

  private static List<Fact> facts(JsonPlace meta) throws ProfileReadException {
    List<Fact> facts = new ArrayList<>();
    Optional<JsonPlace> extra = meta.find("extra");
    if (extra.isPresent()) {
      for (JsonPlace section : extra.get().elements()) {
        for (JsonPlace entry : section.get("entries").elements()) {
          facts.add(new Fact(entry.get("label").text(), entry.get("value").scalar().orElse("")));
        }
      }
    }
    return facts;
  }

  private void thread(JsonPlace place) throws ProfileReadException {
    FirefoxTables.OfThread rows = tables.of(place);
    JsonPlace samples = place.get("samples");
    if (samples.has("schema")) {
      throw samples.problem(
          "expected a processed profile, found the samples of a raw Gecko profile");
    }
    String name = place.has("name") ? place.get("name").text() : "thread";
    WeightUnit unit = unit(samples);
    ThreadBuilder thread = builder.thread(name, unit);
    samples(samples, rows, unit, thread);
    Optional<JsonPlace> markers = place.find("markers");
    if (markers.isPresent() && markers.get().has("startTime")) {
      markers(markers.get(), rows.strings(), thread);
    }
  }

  private static WeightUnit unit(JsonPlace samples) throws ProfileReadException {
    Optional<JsonPlace> own = samples.find(FirefoxNames.WEIGHT_UNIT);
    if (own.isPresent()) {
      return WeightUnit.labelled(own.get().text())
          .orElseThrow(() -> own.get().wrong("a unit of weights"));
    }
    Optional<JsonPlace> type = samples.find("weightType");
    if (type.isEmpty()) {
      return WeightUnit.SAMPLES;
    }
    return FirefoxNames.unit(type.get().text())
        .orElseThrow(() -> type.get().wrong("\"samples\", \"tracing-ms\" or \"bytes\""));
  }

  private void samples(
      JsonPlace samples, FirefoxTables.OfThread rows, WeightUnit unit, ThreadBuilder thread)
      throws ProfileReadException {
    JsonPlace stackColumn = samples.get("stack");
    int size = length(samples, stackColumn);
    int[] stacks = stackColumn.indexes(size, rows.stacks().length);
    double[] times = times(samples, size);
    Optional<JsonPlace> weightColumn = samples.find("weight");
    double[] weights = weightColumn.isPresent() ? weightColumn.get().numbers(size) : null;
    double scale = weights == null ? 1 : FirefoxNames.scale(unit);
    JsonPlace where = weightColumn.orElse(samples);
    for (int i = 0; i < size; i++) {
      int stack = stacks[i] < 0 ? StackTable.NONE : rows.stacks()[stacks[i]];
      checks.sample(where, thread, times[i], stack, weights == null ? 1 : weights[i] * scale);
    }
  }

  private static int length(JsonPlace table, JsonPlace column) throws ProfileReadException {
    int actual = column.numbers().length;
    return table.has("length") ? table.get("length").count(actual) : actual;
  }

  /** The times of a table, which may be stored as differences. */
  private static double[] times(JsonPlace table, int size) throws ProfileReadException {
    if (table.has("time")) {
      return table.get("time").numbers(size);
    }
    JsonPlace column = table.get("timeDeltas");
    double[] times = column.numbers(size).clone();
    for (int i = 1; i < size; i++) {
      times[i] += times[i - 1];
    }
    return times;
  }

  private void markers(JsonPlace table, List<String> strings, ThreadBuilder thread)
      throws ProfileReadException {
    JsonPlace startColumn = table.get("startTime");
    int size = length(table, startColumn);
    double[] starts = startColumn.numbers(size);
    double[] ends = table.get("endTime").numbers(size);
    int[] names = table.get("name").indexes(size, strings.size());
    List<JsonPlace> data = table.has("data") ? table.get("data").elements() : List.of();
    for (int i = 0; i < size; i++) {
      if (!Double.isNaN(starts[i]) && names[i] >= 0) {
        double start = ReadTables.time(startColumn, starts[i]);
        double end = Double.isNaN(ends[i]) ? start : ReadTables.time(table, ends[i]);
        SequencedMap<String, String> values =
            i < data.size() ? values(data.get(i)) : new LinkedHashMap<>();
        String type = values.getOrDefault("type", "");
        values.remove("type");
        thread.marker(
            new Marker(Marker.Kind.labelled(type), strings.get(names[i]), start, end, values));
      }
    }
  }

  private static SequencedMap<String, String> values(JsonPlace data) throws ProfileReadException {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    if (data.isObject()) {
      for (String key : data.keys()) {
        data.get(key).scalar().ifPresent(value -> values.put(key, value));
      }
    }
    return values;
  }

  private void counter(JsonPlace place) throws ProfileReadException {
    JsonPlace samples =
        place.has("sampleGroups")
            ? place.get("sampleGroups").elements().stream()
                .findFirst()
                .orElseThrow(() -> place.problem("expected a group of samples, found none"))
                .get("samples")
            : place.get("samples");
    JsonPlace countColumn = samples.get("count");
    int size = length(samples, countColumn);
    double[] counts = countColumn.numbers(size);
    double[] times = times(samples, size);
    boolean memory =
        place.has("category") && place.get("category").text().equals(FirefoxNames.MEMORY);
    CounterBuilder counter =
        builder.counter(place.get("name").text(), memory ? WeightUnit.BYTES : WeightUnit.SAMPLES);
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum = memory ? sum + counts[i] : counts[i];
      if (!(Math.abs(sum) <= ReadTables.HEAVIEST)) {
        throw countColumn.problem("expected counts below 2^53, found " + sum);
      }
      counter.add(ReadTables.time(samples, times[i]), Math.round(sum));
    }
  }
}
