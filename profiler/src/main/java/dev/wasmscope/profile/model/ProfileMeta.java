package dev.wasmscope.profile.model;

import java.time.Instant;
import java.util.List;

/**
 * Facts about a profile as a whole.
 *
 * @param product what was profiled, shown as the title
 * @param interval milliseconds between samples; 0 when the profile is not sampled
 * @param startTime the moment from which times count
 * @param facts facts about module and run, in the order to show
 */
public record ProfileMeta(String product, double interval, Instant startTime, List<Fact> facts) {

  /** Takes an immutable copy. */
  public ProfileMeta {
    product = WellFormed.text(product);
    facts = List.copyOf(facts);
  }
}
