package dev.wasmscope.app.samples;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One sample program.
 *
 * @param name its short name, which is also the name of its folder
 * @param title its name for people
 * @param kind the language of its source
 * @param description one line that says what it does
 * @param source the path of the source, relative to the index
 * @param module the path of what is opened and run, relative to the index; the source itself for
 *     WAT
 * @param features what it needs beyond WebAssembly 2.0 without SIMD, e.g. {@code threads}
 * @param lookAt what is worth looking at in the debugger
 * @param calls calls of exports, made one after the other on one instance; empty for a WASI program
 * @param commands runs as a WASI program, each on a fresh instance; empty for a module without WASI
 */
public record Sample(
    String name,
    String title,
    Kind kind,
    String description,
    String source,
    String module,
    List<String> features,
    String lookAt,
    List<SampleCall> calls,
    List<SampleCommand> commands) {

  /** The language of a sample's source. */
  public enum Kind {
    /** The text format itself. */
    @JsonProperty("wat")
    WAT,
    /** C for WASI. */
    @JsonProperty("c")
    C,
    /** Rust for WASI. */
    @JsonProperty("rust")
    RUST
  }

  /** Absent lists are empty. */
  public Sample {
    features = listOf(features);
    calls = listOf(calls);
    commands = listOf(commands);
  }

  static <T> List<T> listOf(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
