package dev.wasmscope.app.session;

import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to run and how.
 *
 * @param name of the document
 * @param binary whether {@code bytes} is a binary module, else {@code text} is WAT
 * @param text the document's text; for a binary module the text it is shown as
 * @param bytes of a binary module
 * @param folder of the document, which links are relative to; empty when it has no file
 * @param features that the module may use
 * @param configuration entry, arguments, grants
 * @param breakpoints where to stop; empty when only running
 * @param mode what the run is for
 * @param coreDump a core dump of the document's module to look at, instead of running it
 */
public record LaunchRequest(
    String name,
    boolean binary,
    String text,
    ByteSlice bytes,
    Optional<Path> folder,
    FeatureSet features,
    RunConfiguration configuration,
    List<Breakpoint> breakpoints,
    Mode mode,
    Optional<ByteSlice> coreDump) {
  /** What a run is for. */
  public enum Mode {
    RUN,
    DEBUG,
    /** Samples are taken while it runs. */
    PROFILE,
    /** Every instruction is counted while it runs. */
    PROFILE_EXACTLY;

    /** Whether a profile is made. */
    public boolean isProfiling() {
      return this == PROFILE || this == PROFILE_EXACTLY;
    }
  }

  /** Copies the list. */
  public LaunchRequest {
    breakpoints = List.copyOf(breakpoints);
  }
}
