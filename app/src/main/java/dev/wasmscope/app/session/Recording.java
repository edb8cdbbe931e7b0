package dev.wasmscope.app.session;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.profile.collect.Profiler;
import dev.wasmscope.profile.collect.ProfilerOptions;
import dev.wasmscope.profile.model.Profile;
import java.time.Duration;
import java.util.Optional;

/** What is recorded of a run: nothing, or a profile. */
final class Recording {
  private static final Duration INTERVAL = Duration.ofMillis(1);

  private final Engine engine;
  private final Optional<ProfilerOptions> options;
  private Profiler profiler;

  private Recording(Engine engine, Optional<ProfilerOptions> options) {
    this.engine = engine;
    this.options = options;
  }

  static Recording of(LaunchRequest request, Engine engine, LineTable lines) {
    Optional<ProfilerOptions> options =
        switch (request.mode()) {
          case RUN, DEBUG -> Optional.empty();
          case PROFILE ->
              Optional.of(ProfilerOptions.sampling(request.name()).withInterval(INTERVAL));
          case PROFILE_EXACTLY -> Optional.of(ProfilerOptions.exact(request.name()));
        };
    return new Recording(engine, options.map(o -> o.withText(lines, request.text())));
  }

  synchronized void start() {
    options.ifPresent(o -> profiler = Profiler.start(engine.probes(), engine.mainThread(), o));
  }

  /** Ends the recording; the profile the first time, nothing later. */
  synchronized Optional<Profile> stop() {
    Optional<Profile> profile = Optional.ofNullable(profiler).map(Profiler::stop);
    profiler = null;
    return profile;
  }
}
