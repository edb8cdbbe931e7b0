package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A format of profile files. */
public sealed interface ProfileFormat
    permits ChromeFormat, CollapsedFormat, FirefoxFormat, PprofFormat, SpeedscopeFormat {

  /** The name shown to people. */
  String title();

  /** The endings of file names of this format, the usual one first, each with its leading dot. */
  List<String> extensions();

  /**
   * What this format cannot hold of {@code profile}, a sentence each; empty when everything is
   * kept.
   */
  List<String> losses(Profile profile);

  /**
   * Writes a profile. The stream is flushed, not closed; the same profile gives the same bytes.
   *
   * @throws IOException when the stream cannot be written
   */
  void write(Profile profile, OutputStream out) throws IOException;
}
