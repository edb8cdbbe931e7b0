package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.Profile;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The {@code .cpuprofile} of Chrome's and Node's profiler. */
public final class ChromeFormat implements ProfileFormat {
  @Override
  public String title() {
    return "Chrome CPU profile";
  }

  @Override
  public List<String> extensions() {
    return List.of(".cpuprofile");
  }

  @Override
  public List<String> losses(Profile profile) {
    List<String> losses = new ArrayList<>();
    losses.add(
        "A .cpuprofile keeps functions, lines and times; byte offsets, markers and counters are"
            + " left out.");
    if (profile.threads().size() > 1) {
      losses.add("It holds one thread: the first one is written.");
    }
    if (!profile.threads().isEmpty() && ChromeWriter.isCount(profile)) {
      losses.add("It knows time only: each unit of weight is written as one microsecond.");
    }
    return losses;
  }

  @Override
  public void write(Profile profile, OutputStream out) {
    new ChromeWriter(profile).write(out);
  }

  static boolean recognises(JsonPlace root) {
    return root.has("nodes") && root.has("startTime");
  }

  static Profile read(JsonPlace root) throws ProfileReadException {
    return new ChromeReader(root).read();
  }
}
