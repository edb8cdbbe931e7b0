package dev.wasmscope.benchmark;

import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small program that exports {@code run: [i32] -> [i32]} or {@code [f64]}: n units of work that
 * give a checksum. Its function 0, {@code elsewhere}, is never called.
 *
 * @param group what kind of work it does
 * @param n how much of it
 */
record Kernel(String group, String name, int n) {

  private static final Pattern LINE = Pattern.compile("(\\w+)/(\\w+) (\\d+)");

  /** All kernels, group by group. */
  static List<Kernel> all() {
    return new String(resource("kernels.txt"), StandardCharsets.UTF_8)
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(m -> new Kernel(m.group(1), m.group(2), Integer.parseInt(m.group(3))))
        .toList();
  }

  /** Whether {@code wanted} is its group, its name, or both with a slash. */
  boolean answersTo(String wanted) {
    return wanted.equals(group) || wanted.equals(name) || wanted.equals(toString());
  }

  /** The module in the binary format, assembled if it is written as text. */
  byte[] binary() {
    if (Kernel.class.getResource(path(".wasm")) != null) {
      return resource(this + ".wasm");
    }
    ParsedModule parsed = WatParser.parse(resource(this + ".wat"), FeatureSet.ALL);
    if (parsed.hasErrors()) {
      throw new IllegalStateException(this + ".wat: " + parsed.diagnostics());
    }
    return BinaryWriter.write(parsed.module());
  }

  private String path(String suffix) {
    return "/kernels/" + this + suffix;
  }

  private static byte[] resource(String path) {
    try (InputStream in = Kernel.class.getResourceAsStream("/kernels/" + path)) {
      if (in == null) {
        throw new IllegalStateException("there is no resource /kernels/" + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return group + "/" + name;
  }
}
