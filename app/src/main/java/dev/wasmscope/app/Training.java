package dev.wasmscope.app;

import dev.wasmscope.app.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A session with the command line in one process, from which the JVM makes the AOT cache of the
 * launcher: the classes that commands load, and the profiles of their hot methods.
 */
final class Training {

  /** So many that the methods that read, check and print code are compiled with full profiles. */
  private static final int ROUNDS = 6;

  /** What people ask in a debugger, of any program with a memory. */
  private static final String DEBUGGING =
      """
      start
      info locals
      info globals
      backtrace
      nexti
      step
      list
      print i32@0 + 1
      let $bytes = 4
      set memory 16 = "text"
      x 16
      catch trap
      continue
      """;

  private Training() {}

  /** Has commands work on modules: {@code run} or {@code all}, on each of the files named. */
  public static void main(String[] arguments) throws IOException {
    List<String> modules = List.of(arguments).subList(1, arguments.length);
    // As the process does first of all; any file will do.
    System.setProperty(SourceCheck.CHANGES, modules.getFirst());
    SourceCheck.findsChanges();
    if ("all".equals(arguments[0])) {
      all(modules);
    } else {
      for (int round = 0; round < ROUNDS; round++) {
        modules.forEach(Training::run);
      }
    }
  }

  private static void all(List<String> modules) throws IOException {
    Path folder = Files.createTempDirectory("wasmscope-training");
    Path text = folder.resolve("module.wat");
    Path binary = folder.resolve("module.wasm");
    Path script = folder.resolve("script.dbg");
    try {
      Files.writeString(script, DEBUGGING);
      for (String module : modules) {
        command("debug", module, "--commands", script.toString());
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (String module : modules) {
          run(module);
          command("validate", module);
          command("wasm2wat", module, "-o", text.toString());
          command("wat2wasm", text.toString(), "-o", binary.toString());
        }
      }
    } finally {
      Files.deleteIfExists(text);
      Files.deleteIfExists(binary);
      Files.deleteIfExists(script);
      Files.delete(folder);
    }
  }

  private static void run(String module) {
    command("run", module, "100");
  }

  private static void command(String... arguments) {
    var nothing = new ByteArrayInputStream(new byte[0]);
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    Main.run(new Terminal(nothing, nowhere, nowhere), arguments);
  }
}
