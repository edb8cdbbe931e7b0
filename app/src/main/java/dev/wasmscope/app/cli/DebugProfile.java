package dev.wasmscope.app.cli;

import dev.wasmscope.app.program.Launch;
import dev.wasmscope.app.program.Listing;
import dev.wasmscope.profile.collect.Metric;
import dev.wasmscope.profile.collect.Profiler;
import dev.wasmscope.profile.collect.ProfilerOptions;
import dev.wasmscope.profile.io.ProfileFormats;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * Records the runs of a debugger and writes the last. Counts, for samples would stop the thread.
 */
final class DebugProfile implements AutoCloseable {
  private static final Set<Metric> METRICS =
      EnumSet.of(Metric.INSTRUCTIONS, Metric.HOST_CALLS, Metric.MEMORY);

  private final Path output;
  private final Listing listing;
  private final PrintStream err;
  private Profiler profiler;

  /** With no output, does nothing. */
  DebugProfile(Path output, Listing listing, PrintStream err) {
    this.output = output;
    this.listing = listing;
    this.err = err;
  }

  /** Starts to record a run. */
  void start(Launch launch) {
    if (output == null) {
      return;
    }
    if (profiler != null) {
      profiler.close();
    }
    ProfilerOptions options =
        ProfilerOptions.of(launch.module().name(), METRICS)
            .withText(listing.lines(), listing.text());
    profiler = Profiler.start(launch.engine().probes(), launch.engine().mainThread(), options);
  }

  /** Writes what was recorded. */
  @Override
  public void close() {
    if (profiler == null) {
      return;
    }
    try {
      ProfileFormats.write(profiler.stop(), output);
      err.println("Wrote " + output + "; see it with: wasmscope analyze " + output);
    } catch (IOException e) {
      throw new BadInputException(
          output + ": cannot be written (" + e.getMessage() + ")",
          "Choose another file with --profile-output.");
    }
  }
}
