package dev.wasmscope.app.cli;

import dev.wasmscope.app.config.Configuration;
import dev.wasmscope.app.config.DurationText;
import dev.wasmscope.app.program.Listing;
import dev.wasmscope.profile.collect.Metric;
import dev.wasmscope.profile.collect.ProfilerOptions;
import dev.wasmscope.profile.model.Fact;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a profile records and where it goes; options go before the configuration. */
final class RecordingOptions {
  private static final Map<String, Metric> CONFIGURED = new LinkedHashMap<>();

  static {
    CONFIGURED.put("profiler.metrics.cpu_usage", Metric.SAMPLES);
    CONFIGURED.put("profiler.metrics.memory_usage", Metric.MEMORY);
    CONFIGURED.put("profiler.metrics.function_calls", Metric.CALLS);
    CONFIGURED.put("profiler.metrics.system_calls", Metric.HOST_CALLS);
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-o", "--profile-output"},
      paramLabel = "FILE",
      description =
          "Where to write (default: profile.json); the ending chooses the format, .gz packs.")
  private Path output;

  @Option(
      names = "--sampling-interval",
      paramLabel = "TIME",
      description = "Time between samples, at least 100us (default: 10ms).")
  private String interval;

  @Option(
      names = "--sampling-duration",
      paramLabel = "TIME",
      description = "For how long to take samples (default: as long as the program runs).")
  private String duration;

  @Option(
      names = "--exact",
      description = "Count every instruction instead of sampling; two runs give the same.")
  private boolean exact;

  @Option(names = "--calls", description = "Count every call.")
  private boolean calls;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many functions the summary names (default: ${DEFAULT-VALUE}).")
  private int top;

  int top() {
    return top;
  }

  /** Where the profile goes. */
  Path output(Configuration configuration) {
    Path path =
        Optional.ofNullable(output)
            .or(() -> configuration.text("profiler.output.file").map(Path::of))
            .or(() -> configured(configuration))
            .orElse(Path.of("profile.json"));
    boolean packed = configuration.flag("profiler.output.compress").orElse(false);
    return packed && output == null && !path.toString().endsWith(".gz")
        ? Path.of(path + ".gz")
        : path;
  }

  private static Optional<Path> configured(Configuration configuration) {
    return configuration.flag("debug.profiling.enabled").orElse(true)
        ? configuration.text("debug.profiling.output").map(Path::of)
        : Optional.empty();
  }

  /** What is to be recorded of a program. */
  ProfilerOptions profilerOptions(CommandLineProgram program) {
    Configuration configuration = program.configuration();
    Listing listing = Listing.of(program.module());
    try {
      return ProfilerOptions.of(program.module().name(), metrics(configuration))
          .withInterval(
              time("--sampling-interval", interval)
                  .or(() -> configuration.duration("profiler.sampling.interval"))
                  .orElse(Duration.ofMillis(10)))
          .withDuration(
              time("--sampling-duration", duration)
                  .or(() -> configuration.duration("profiler.sampling.duration"))
                  .orElse(Duration.ZERO))
          .withFacts(List.of(new Fact("File", program.name())))
          .withText(listing.lines(), listing.text());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private Set<Metric> metrics(Configuration configuration) {
    EnumSet<Metric> metrics = EnumSet.of(Metric.SAMPLES, Metric.HOST_CALLS, Metric.MEMORY);
    CONFIGURED.forEach(
        (key, metric) -> configuration.flag(key).ifPresent(on -> set(metrics, metric, on)));
    if (exact) {
      metrics.remove(Metric.SAMPLES);
      metrics.add(Metric.INSTRUCTIONS);
    }
    set(metrics, Metric.CALLS, calls || metrics.contains(Metric.CALLS));
    return metrics;
  }

  private static void set(Set<Metric> metrics, Metric metric, boolean on) {
    if (on) {
      metrics.add(metric);
    } else {
      metrics.remove(metric);
    }
  }

  private Optional<Duration> time(String option, String text) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<Duration> time = DurationText.parse(text);
    if (time.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          option + " must be a duration such as 10ms or 60s, found '" + text + "'");
    }
    return time;
  }
}
