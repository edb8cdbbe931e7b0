package dev.wasmscope.wasm.suite;

import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.script.Command;
import dev.wasmscope.wasm.script.ModuleSource;
import dev.wasmscope.wasm.script.WastScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The valid modules of the suite in the binary format. */
public final class SuiteModules {

  private SuiteModules() {}

  /** Those of one script. */
  public static List<byte[]> of(Path script) {
    try {
      return WastScript.parse(Files.readAllBytes(script)).commands().stream()
          .flatMap(SuiteModules::source)
          .map(source -> SuiteCase.of(source, SuiteFiles.features(script)))
          .filter(judged -> judged.error().isEmpty())
          .map(SuiteCase::module)
          .flatMap(Optional<Module>::stream)
          .map(BinaryWriter::writeWithNames)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<ModuleSource> source(Command command) {
    return switch (command) {
      case Command.Module(_, _, var source) -> Stream.of(source);
      case Command.ModuleDefinition(_, _, var source) -> Stream.of(source);
      default -> Stream.empty();
    };
  }
}
