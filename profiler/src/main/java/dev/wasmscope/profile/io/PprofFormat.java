package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.WeightUnit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The protocol buffers of pprof. */
public final class PprofFormat implements ProfileFormat {
  /** Fields of the messages of {@code profile.proto}. */
  static final int SAMPLE_TYPE = 1;

  static final int SAMPLE = 2;
  static final int MAPPING = 3;
  static final int LOCATION = 4;
  static final int FUNCTION = 5;
  static final int STRING_TABLE = 6;
  static final int TIME_NANOS = 9;
  static final int PERIOD_TYPE = 11;
  static final int PERIOD = 12;
  static final int DEFAULT_SAMPLE_TYPE = 14;

  /** The label that names the thread of a sample. */
  static final String THREAD = "thread";

  @Override
  public String title() {
    return "pprof";
  }

  @Override
  public List<String> extensions() {
    return List.of(".pb", ".pprof");
  }

  @Override
  public List<String> losses(Profile profile) {
    List<String> losses = new ArrayList<>();
    losses.add("pprof sums samples up: their times, markers and counters are left out.");
    if (profile.threads().stream().map(t -> t.samples().unit()).distinct().count() > 1) {
      losses.add("It holds one unit: threads with another than the first one's are left out.");
    }
    return losses;
  }

  /** The type and unit that stand for a unit of weights. */
  static List<String> valueType(WeightUnit unit) {
    return switch (unit) {
      case SAMPLES -> List.of("samples", "count");
      case CPU_TIME_NS -> List.of("cpu", "nanoseconds");
      case INSTRUCTIONS -> List.of("instructions", "count");
      case CALLS -> List.of("calls", "count");
      case BYTES -> List.of("space", "bytes");
    };
  }

  @Override
  public void write(Profile profile, OutputStream out) throws IOException {
    new PprofWriter(profile).write(out);
    out.flush();
  }

  /** Whether bytes begin like a profile: with one of its tables. */
  static boolean recognises(byte[] start) {
    return start.length > 0
        && (start[0] & 7) == 2
        && start[0] >> 3 >= SAMPLE_TYPE
        && start[0] >> 3 <= STRING_TABLE;
  }

  static Profile read(ProfileSource source) throws ProfileReadException {
    return new PprofReader(source).read();
  }
}
