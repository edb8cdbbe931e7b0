package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileThread;
import dev.wasmscope.profile.model.Samples;
import dev.wasmscope.profile.model.StackTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Profiles as text, to be compared. */
final class Written {
  private Written() {}

  static String as(ProfileFormat format, Profile profile) throws IOException {
    return new String(bytes(format, profile), StandardCharsets.UTF_8);
  }

  static byte[] bytes(ProfileFormat format, Profile profile) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(profile, out);
    return out.toByteArray();
  }

  /** Everything that is in a profile, a line per sample. */
  static String everything(Profile profile) {
    StringBuilder text = new StringBuilder(profile.meta() + "\n" + profile.sources() + "\n");
    for (ProfileThread thread : profile.threads()) {
      text.append(thread.name()).append(' ').append(thread.samples().unit()).append('\n');
      text.append(samples(profile, thread, frame -> place(profile, frame), true));
      thread.markers().forEach(marker -> text.append(marker).append('\n'));
    }
    profile
        .counters()
        .forEach(
            counter -> {
              text.append(counter.name()).append(' ').append(counter.unit());
              for (int i = 0; i < counter.size(); i++) {
                text.append(" " + counter.time(i) + ":" + counter.value(i));
              }
              text.append('\n');
            });
    return text.toString();
  }

  private static String place(Profile profile, int frame) {
    return profile.functions().get(profile.frames().function(frame))
        + "@"
        + profile.frames().offset(frame)
        + ":"
        + profile.frames().line(frame)
        + ":"
        + profile.frames().column(frame);
  }

  /** Names and weights of the samples of a thread, a line each. */
  static String stacks(Profile profile, ProfileThread thread) {
    return samples(
        profile,
        thread,
        frame -> profile.functions().name(profile.frames().function(frame)),
        false);
  }

  private static String samples(
      Profile profile, ProfileThread thread, IntFunction<String> frame, boolean withTime) {
    StringBuilder text = new StringBuilder();
    Samples samples = thread.samples();
    for (int i = 0; i < samples.size(); i++) {
      List<String> path = new ArrayList<>();
      for (int s = samples.stack(i); s != StackTable.NONE; s = profile.stacks().prefix(s)) {
        path.add(frame.apply(profile.stacks().frame(s)));
      }
      text.append(withTime ? samples.time(i) + " " : "")
          .append(String.join(";", path.reversed()))
          .append(' ')
          .append(samples.weight(i))
          .append('\n');
    }
    return text.toString();
  }
}
