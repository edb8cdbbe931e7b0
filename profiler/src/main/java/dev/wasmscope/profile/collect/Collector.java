package dev.wasmscope.profile.collect;

import dev.wasmscope.profile.model.Fact;
import dev.wasmscope.profile.model.ProfileBuilder;
import java.util.List;

/** Records one thing while a program runs. */
interface Collector {
  /** Begins to record; before the program starts or while it runs. */
  void start();

  /** Ends recording; nothing of it is left in the engine. A second time does nothing. */
  void stop();

  /** Gives what was recorded; after {@link #stop}. */
  void addTo(ProfileBuilder profile);

  /** What people should know of the recording. */
  List<Fact> facts();
}
