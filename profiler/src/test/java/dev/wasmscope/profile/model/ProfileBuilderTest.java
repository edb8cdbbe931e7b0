package dev.wasmscope.profile.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileBuilderTest {
  @Test
  void internsFunctionsFramesAndStacks() {
    Profile profile = Profiles.ofLines("a;b 1", "a;b 1", "a;c 1");
    assertEquals(3, profile.functions().size());
    assertEquals(3, profile.frames().size());
    assertEquals(3, profile.stacks().size());
    Samples samples = profile.threads().getFirst().samples();
    assertEquals(samples.stack(0), samples.stack(1));
    assertEquals("b", profile.functions().name(profile.functionOfStack(samples.stack(0))));
  }

  @Test
  void putsSamplesInOrderOfTime() {
    ProfileBuilder builder = new ProfileBuilder(Profiles.meta("order"));
    builder
        .thread("main", WeightUnit.CALLS)
        .sample(2, Profiles.frames("late"), 20)
        .sample(1, Profiles.frames("early"), 10);
    Samples samples = builder.build().threads().getFirst().samples();
    assertEquals(List.of(1.0, 2.0), List.of(samples.time(0), samples.time(1)));
    assertEquals(List.of(10L, 20L), List.of(samples.weight(0), samples.weight(1)));
  }

  @Test
  void repairsUnpairedSurrogates() {
    assertEquals(
        "a\uFFFDb\uD83D\uDE00", Function.named("a\uD800b\uD83D\uDE00", Category.WASM).name());
  }

  @Test
  void refusesWhatIsNoSample() {
    ThreadBuilder thread =
        new ProfileBuilder(Profiles.meta("bad")).thread("main", WeightUnit.SAMPLES);
    assertThrows(IndexOutOfBoundsException.class, () -> thread.sample(0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> thread.sample(0, -1, -1));
    assertThrows(IllegalArgumentException.class, () -> thread.sample(Double.NaN, -1, 1));
  }
}
