package dev.wasmscope.wasm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmscope.wasm.script.Command;
import dev.wasmscope.wasm.script.ModuleSource;
import dev.wasmscope.wasm.script.WastScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The official test suite beside the checkout; where it is absent, tests count as skipped. */
public final class Testsuite {

  private static final Path ROOT =
      Path.of(System.getProperty("wasmscope.testsuite", "../../shared/testsuite"));

  private Testsuite() {}

  /** The scripts, in the order of their paths. */
  public static List<Path> scripts() {
    assumeTrue(Files.isDirectory(ROOT), "no test suite at " + ROOT.toAbsolutePath());
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(".wast")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a script is called in messages. */
  public static String name(Path script) {
    return ROOT.relativize(script).toString();
  }

  /** The bytes of a script. */
  public static byte[] read(Path script) {
    try {
      return Files.readAllBytes(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commands of a script, those of its threads too. */
  public static List<Command> commands(byte[] script) {
    List<Command> commands = new ArrayList<>();
    flatten(WastScript.parse(script).commands(), commands);
    return commands;
  }

  private static void flatten(List<Command> from, List<Command> to) {
    for (Command command : from) {
      to.add(command);
      if (command instanceof Command.Thread thread) {
        flatten(thread.commands(), to);
      }
    }
  }

  /** The modules of a script that are well-formed. */
  public static List<ModuleSource> wellFormed(byte[] script) {
    List<ModuleSource> modules = new ArrayList<>();
    for (Command command : commands(script)) {
      switch (command) {
        case Command.Module(_, _, var module) -> modules.add(module);
        case Command.ModuleDefinition(_, _, var module) -> modules.add(module);
        case Command.AssertInvalid(_, var module, _) -> modules.add(module);
        case Command.AssertModuleTrap(_, var module, _) -> modules.add(module);
        case Command.AssertUnlinkable(_, var module, _) -> modules.add(module);
        default -> {}
      }
    }
    return modules;
  }
}
