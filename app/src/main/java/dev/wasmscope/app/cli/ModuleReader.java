package dev.wasmscope.app.cli;

import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.wasm.instr.FeatureSet;
import java.nio.file.Path;

/** Reads modules in either format for commands that need a valid one. */
final class ModuleReader {
  private ModuleReader() {}

  /** Reads a file; what breaks a rule ends as {@link InvalidInputException}. */
  static LoadedModule readValid(InputFile input, FeatureSet features) {
    LoadedModule loaded = read(input, features);
    if (!loaded.isRunnable()) {
      throw new InvalidInputException(input, loaded.diagnostics());
    }
    return loaded;
  }

  /** Reads a file that may break rules; its diagnostics say which. */
  static LoadedModule read(InputFile input, FeatureSet features) {
    Path name = Path.of(input.name()).getFileName();
    return LoadedModule.load(String.valueOf(name), input.bytes(), features);
  }
}
