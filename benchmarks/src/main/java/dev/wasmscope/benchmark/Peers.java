package dev.wasmscope.benchmark;

import dev.wasmscope.benchmark.peer.EndivePeer;
import dev.wasmscope.benchmark.peer.WabtPeer;
import dev.wasmscope.benchmark.peer.WasmscopePeer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The engines that this machine has.
 *
 * @param found those that can take part
 * @param missing what cannot, and how to get it
 */
record Peers(List<Peer> found, List<String> missing) {

  /**
   * Looks for them.
   *
   * @param work where files that peers need are put
   */
  static Peers find(Path work) {
    List<Peer> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Optional<String> node = Node.version();
    node.ifPresentOrElse(
        version -> {
          String script = extracted("node.mjs", work);
          found.add(node("v8", "node " + version + ", TurboFan after warming up", script));
          found.add(node("v8-debugger", "the same with a debugger attached", script, "--debugger"));
        },
        () -> missing.add("node (the command " + Node.COMMAND + "): see benchmarks.sh --help"));
    found.add(java("wasmscope", "Wasmscope, debugger attached", WasmscopePeer.class, "compiled"));
    found.add(
        java(
            "interpreter",
            "Wasmscope's interpreter, debugger attached",
            WasmscopePeer.class,
            "interpreter"));
    found.add(java("endive", "Endive's compiler", EndivePeer.class, "compiler"));
    found.add(java("endive-interpreter", "Endive's interpreter", EndivePeer.class, "interpreter"));
    if (isOnPath(WabtPeer.COMMAND)) {
      found.add(java("wabt", "WABT's wasm-interp, whole processes", WabtPeer.class, ""));
    } else {
      missing.add("WABT's wasm-interp: install Debian's package wabt");
    }
    return new Peers(found, missing);
  }

  private static boolean isOnPath(String command) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  private static Peer node(String name, String what, String script, String... options) {
    return new Peer(name, what, List.of(Node.COMMAND, script), List.of(options));
  }

  /** A peer on this JVM, with the options that this process was given. */
  private static Peer java(String name, String what, Class<?> main, String gear) {
    List<String> before =
        Stream.of(
                List.of(ProcessHandle.current().info().command().orElse("java")),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                List.of("-cp", System.getProperty("java.class.path"), main.getName()))
            .flatMap(List::stream)
            .toList();
    return new Peer(name, what, before, List.of(gear));
  }

  private static String extracted(String script, Path work) {
    Path file = work.resolve(script);
    try (InputStream in = Peers.class.getResourceAsStream("/peers/" + script)) {
      Files.write(file, in.readAllBytes());
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
