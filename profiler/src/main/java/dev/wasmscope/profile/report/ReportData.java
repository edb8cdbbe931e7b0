package dev.wasmscope.profile.report;

import dev.wasmscope.profile.io.json.JsonOut;
import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.Counter;
import dev.wasmscope.profile.model.Marker;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileMeta;
import dev.wasmscope.profile.model.ProfileThread;
import dev.wasmscope.profile.model.Samples;
import dev.wasmscope.profile.model.WeightUnit;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The data that the page of a profile draws. */
final class ReportData {
  private static final List<Category> CATEGORIES = List.of(Category.values());
  private static final int MOST_GROWTHS = 1000;

  private record Spot(int function, int line) {}

  private final Profile profile;
  private final String title;
  private final ReportOptions options;
  private final FunctionPaths paths;

  ReportData(Profile profile, String title, ReportOptions options) {
    this.profile = profile;
    this.title = title;
    this.options = options;
    this.paths = new FunctionPaths(profile);
  }

  void write(OutputStream out) {
    try (JsonOut json = JsonOut.forMarkup(out)) {
      json.object(() -> members(json));
    }
  }

  private void members(JsonOut json) {
    ProfileMeta meta = profile.meta();
    json.member("title", title).member("interval", meta.interval());
    json.member("startTime", meta.startTime().toEpochMilli());
    json.member("duration", duration()).member("timed", timed());
    json.member("unit", mainUnit().label());
    json.rows(
        "facts",
        meta.facts().size(),
        i ->
            json.row(
                2,
                c ->
                    json.text(c == 0 ? meta.facts().get(i).label() : meta.facts().get(i).value())));
    json.texts("categories", CATEGORIES.size(), i -> CATEGORIES.get(i).label());
    ReportFunctions.of(profile.functions()).write(json);
    json.object(
        "paths",
        () ->
            json.column("parent", paths.size(), paths::parent)
                .column("func", paths.size(), paths::function));
    json.rows("threads", profile.threads().size(), i -> thread(json, profile.threads().get(i)));
    markers(json);
    json.rows("counters", profile.counters().size(), i -> counter(json, i));
    heat(json);
    json.object("sources", () -> sources().forEach(json::member));
    json.none("diff");
  }

  /** The profile's own texts and those given besides, which win. */
  private Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>(profile.sources());
    sources.putAll(options.sources());
    return sources;
  }

  private WeightUnit mainUnit() {
    return profile.threads().isEmpty()
        ? WeightUnit.SAMPLES
        : profile.threads().getFirst().samples().unit();
  }

  /** Whether times are moments, not mere order. */
  private boolean timed() {
    return switch (mainUnit()) {
      case SAMPLES, CPU_TIME_NS, BYTES -> true;
      case INSTRUCTIONS, CALLS -> false;
    };
  }

  private double duration() {
    double end = 0;
    for (ProfileThread thread : profile.threads()) {
      Samples samples = thread.samples();
      if (samples.size() > 0) {
        end = Math.max(end, samples.time(samples.size() - 1) + profile.meta().interval());
      }
      for (Marker marker : thread.markers()) {
        end = Math.max(end, marker.end());
      }
    }
    return end;
  }

  private void thread(JsonOut json, ProfileThread thread) {
    Samples samples = thread.samples();
    int size = samples.size();
    json.object(
        () ->
            json.member("name", thread.name())
                .member("unit", samples.unit().label())
                .column("path", size, i -> paths.of(samples.stack(i)))
                .column("weight", size, samples::weight)
                .column("time", size, i -> Math.round(samples.time(i) * 1000) / 1000.0));
  }

  /** What a host function cost. */
  private static final class Cost {
    private long calls;
    private double total;
    private double longest;

    void add(double duration) {
      calls++;
      total += duration;
      longest = Math.max(longest, duration);
    }
  }

  private void markers(JsonOut json) {
    Map<String, Cost> costs = new TreeMap<>();
    List<Marker> growths = new ArrayList<>();
    for (ProfileThread thread : profile.threads()) {
      for (Marker marker : thread.markers()) {
        switch (marker.kind()) {
          case HOST_CALL ->
              costs.computeIfAbsent(marker.name(), _ -> new Cost()).add(marker.duration());
          case MEMORY_GROWTH -> growths.add(marker);
          case OTHER -> {}
        }
      }
    }
    List<Map.Entry<String, Cost>> rows = new ArrayList<>(costs.entrySet());
    json.rows("hostCalls", rows.size(), i -> hostCall(json, rows.get(i)));
    json.rows("growths", Math.min(growths.size(), MOST_GROWTHS), i -> growth(json, growths.get(i)));
  }

  private static void hostCall(JsonOut json, Map.Entry<String, Cost> row) {
    Cost cost = row.getValue();
    json.row(
        4,
        column -> {
          switch (column) {
            case 0 -> json.text(row.getKey());
            case 1 -> json.number((double) cost.calls);
            case 2 -> json.number(cost.total);
            default -> json.number(cost.longest);
          }
        });
  }

  private static void growth(JsonOut json, Marker marker) {
    List<String> details = new ArrayList<>();
    marker.data().forEach((key, value) -> details.add(key + " " + value));
    json.row(
        3,
        column -> {
          switch (column) {
            case 0 -> json.number(marker.start());
            case 1 -> json.text(marker.name());
            default -> json.text(String.join(", ", details));
          }
        });
  }

  private void counter(JsonOut json, int index) {
    Counter counter = profile.counters().get(index);
    json.object(
        () ->
            json.member("name", counter.name())
                .member("unit", counter.unit().label())
                .column("time", counter.size(), counter::time)
                .column("value", counter.size(), counter::value));
  }

  /** Weight by function and line of the samples that stood there. */
  private void heat(JsonOut json) {
    Map<Spot, Long> heat = new LinkedHashMap<>();
    for (ProfileThread thread : profile.threads()) {
      Samples samples = thread.samples();
      for (int i = 0; i < samples.size() && samples.unit() == mainUnit(); i++) {
        if (samples.stack(i) >= 0) {
          int frame = profile.stacks().frame(samples.stack(i));
          Spot spot = new Spot(profile.frames().function(frame), profile.frames().line(frame));
          heat.merge(spot, samples.weight(i), Long::sum);
        }
      }
    }
    List<Spot> spots = new ArrayList<>(heat.keySet());
    json.object(
        "heat",
        () ->
            json.column("func", spots.size(), i -> spots.get(i).function)
                .column("line", spots.size(), i -> spots.get(i).line)
                .column("weight", spots.size(), i -> heat.get(spots.get(i))));
  }
}
