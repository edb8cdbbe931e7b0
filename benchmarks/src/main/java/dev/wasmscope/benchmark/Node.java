package dev.wasmscope.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Node.js, and in it V8. */
final class Node {

  /** What starts it. */
  static final String COMMAND = Optional.ofNullable(System.getenv("NODE")).orElse("node");

  private Node() {}

  /** The versions of it and of V8; empty if it cannot be started. */
  static Optional<String> version() {
    try {
      Process process =
          new ProcessBuilder(COMMAND, "-p", "process.version + ', V8 ' + process.versions.v8")
              .start();
      String version =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? Optional.of(version) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
