package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.Profile;
import java.io.OutputStream;
import java.util.List;

/**
 * The processed profile of the Firefox Profiler, which is Wasmscope's own {@code profile.json}.
 * Written in version {@value #VERSION}, which profiler.firefox.com upgrades by itself; read in that
 * version and, as far as the tables are there, in older and newer ones.
 */
public final class FirefoxFormat implements ProfileFormat {
  /** The {@code preprocessedProfileVersion} that is written. */
  static final int VERSION = 49;

  /** The Gecko profile {@code version} that is written. */
  static final int GECKO_VERSION = 24;

  @Override
  public String title() {
    return "Firefox Profiler";
  }

  @Override
  public List<String> extensions() {
    return List.of(".json", ".json.gz");
  }

  @Override
  public List<String> losses(Profile profile) {
    return List.of();
  }

  @Override
  public void write(Profile profile, OutputStream out) {
    new FirefoxWriter(profile).write(out);
  }

  static boolean recognises(JsonPlace root) {
    return root.has("meta") && root.has("threads");
  }

  static Profile read(JsonPlace root) throws ProfileReadException {
    return new FirefoxReader(root).read();
  }
}
