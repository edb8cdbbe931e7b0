package dev.wasmscope.profile.io;

import dev.wasmscope.profile.io.json.JsonOut;
import dev.wasmscope.profile.model.FunctionTable;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.ProfileMeta;
import dev.wasmscope.profile.model.ProfileThread;
import dev.wasmscope.profile.model.Samples;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.ThreadBuilder;
import dev.wasmscope.profile.model.WeightUnit;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file format of speedscope: read in both its kinds (sampled, evented), written as sampled. */
public final class SpeedscopeFormat implements ProfileFormat {
  private static final String SCHEMA = "https://www.speedscope.app/file-format-schema.json";

  @Override
  public String title() {
    return "speedscope";
  }

  @Override
  public List<String> extensions() {
    return List.of(".speedscope.json");
  }

  @Override
  public List<String> losses(Profile profile) {
    return List.of(
        "speedscope keeps functions and weights; places inside functions, markers and counters are"
            + " left out.");
  }

  @Override
  public void write(Profile profile, OutputStream out) {
    try (JsonOut json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.member("$schema", SCHEMA).member("exporter", "wasmscope");
            json.member("name", profile.meta().product()).member("activeProfileIndex", 0);
            json.object("shared", () -> frames(json, profile.functions()));
            json.rows(
                "profiles",
                profile.threads().size(),
                i -> json.object(() -> thread(json, profile, profile.threads().get(i))));
          });
    }
  }

  private static void frames(JsonOut json, FunctionTable functions) {
    json.rows("frames", functions.size(), i -> json.object(() -> frame(json, functions, i)));
  }

  private static void frame(JsonOut json, FunctionTable functions, int row) {
    json.member("name", functions.name(row));
    String file = functions.file(row).isEmpty() ? functions.module(row) : functions.file(row);
    if (!file.isEmpty()) {
      json.member("file", file);
    }
    if (functions.line(row) > 0) {
      json.member("line", functions.line(row));
    }
  }

  private static void thread(JsonOut json, Profile profile, ProfileThread thread) {
    Samples samples = thread.samples();
    json.member("type", "sampled").member("name", thread.name());
    json.member("unit", unit(samples.unit()));
    json.member("startValue", 0).member("endValue", samples.total());
    json.rows("samples", samples.size(), i -> stack(json, profile, samples.stack(i)));
    json.column("weights", samples.size(), samples::weight);
  }

  private static void stack(JsonOut json, Profile profile, int stack) {
    List<Integer> functions = new ArrayList<>();
    for (int s = stack; s != StackTable.NONE; s = profile.stacks().prefix(s)) {
      functions.add(profile.functionOfStack(s));
    }
    List<Integer> outermostFirst = functions.reversed();
    json.row(outermostFirst.size(), i -> json.number(outermostFirst.get(i)));
  }

  private static String unit(WeightUnit unit) {
    return switch (unit) {
      case SAMPLES, INSTRUCTIONS, CALLS -> "none";
      case CPU_TIME_NS -> "nanoseconds";
      case BYTES -> "bytes";
    };
  }

  static boolean recognises(JsonPlace root) throws ProfileReadException {
    return root.has("profiles") && root.has("shared");
  }

  static Profile read(JsonPlace root) throws ProfileReadException {
    Optional<JsonPlace> name = root.find("name");
    ProfileMeta meta =
        new ProfileMeta(
            name.isPresent() ? name.get().text() : "profile", 0, Instant.EPOCH, List.of());
    ProfileBuilder builder = new ProfileBuilder(meta);
    List<Integer> frames = new ArrayList<>();
    for (JsonPlace frame : root.get("shared").get("frames").elements()) {
      frames.add(frame(builder, frame));
    }
    ReadTables checks = new ReadTables();
    for (JsonPlace thread : root.get("profiles").elements()) {
      read(thread, frames, builder, checks);
    }
    return builder.build();
  }

  private static int frame(ProfileBuilder builder, JsonPlace frame) throws ProfileReadException {
    Optional<JsonPlace> file = frame.find("file");
    int line = frame.has("line") ? (int) frame.get("line").number() : 0;
    return builder.frame(
        builder.function(
            KnownNames.function(
                frame.get("name").text(), file.isPresent() ? file.get().text() : "", line)),
        -1,
        0,
        0);
  }

  private static void read(
      JsonPlace thread, List<Integer> frames, ProfileBuilder builder, ReadTables checks)
      throws ProfileReadException {
    Optional<JsonPlace> name = thread.find("name");
    Scale scale = Scale.of(thread.get("unit"));
    ThreadBuilder into =
        builder.thread(name.isPresent() ? name.get().text() : "thread", scale.unit);
    String type = thread.get("type").text();
    switch (type) {
      case "sampled" -> sampled(thread, frames, builder, checks, into, scale);
      case "evented" -> new SpeedscopeEvents(frames, builder, checks, into, scale).read(thread);
      default -> throw thread.get("type").wrong("\"sampled\" or \"evented\"");
    }
  }

  private static void sampled(
      JsonPlace thread,
      List<Integer> frames,
      ProfileBuilder builder,
      ReadTables checks,
      ThreadBuilder into,
      Scale scale)
      throws ProfileReadException {
    List<JsonPlace> stacks = thread.get("samples").elements();
    JsonPlace weightColumn = thread.get("weights");
    double[] weights = weightColumn.numbers(stacks.size());
    double now = 0;
    for (int i = 0; i < weights.length; i++) {
      double[] row = stacks.get(i).numbers();
      int stack = StackTable.NONE;
      for (int index : stacks.get(i).indexes(row.length, frames.size())) {
        if (index < 0) {
          throw stacks.get(i).problem("expected indexes of frames, found one below 0");
        }
        stack = builder.stack(stack, frames.get(index));
      }
      checks.sample(weightColumn, into, scale.milliseconds(now), stack, weights[i] * scale.factor);
      now += weights[i];
    }
  }

  /**
   * How the values of a thread become weights.
   *
   * @param unit what the weights count
   * @param factor what values are multiplied with
   */
  record Scale(WeightUnit unit, double factor) {
    static Scale of(JsonPlace unit) throws ProfileReadException {
      return switch (unit.text()) {
        case "none" -> new Scale(WeightUnit.SAMPLES, 1);
        case "bytes" -> new Scale(WeightUnit.BYTES, 1);
        case "nanoseconds" -> new Scale(WeightUnit.CPU_TIME_NS, 1);
        case "microseconds" -> new Scale(WeightUnit.CPU_TIME_NS, 1e3);
        case "milliseconds" -> new Scale(WeightUnit.CPU_TIME_NS, 1e6);
        case "seconds" -> new Scale(WeightUnit.CPU_TIME_NS, 1e9);
        default -> throw unit.wrong("a unit of speedscope (\"none\", \"milliseconds\", …)");
      };
    }

    /** A value as a time of the profile: values of other units than time stand for themselves. */
    double milliseconds(double value) {
      return unit == WeightUnit.CPU_TIME_NS ? value * factor / 1e6 : value;
    }
  }
}
