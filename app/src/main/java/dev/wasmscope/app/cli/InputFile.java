package dev.wasmscope.app.cli;

import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.wasm.instr.FeatureSet;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file named on the command line, read whole; {@code -} stands for standard input.
 *
 * @param name how messages call it
 * @param bytes its content; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying a large module would cost
record InputFile(String name, byte[] bytes) {
  private static final int LARGEST = Integer.MAX_VALUE - 64;

  /** Reads a file, or standard input for {@code -}; fails as {@link BadInputException}. */
  static InputFile read(String name, Terminal terminal) {
    try {
      if (name.equals("-")) {
        return new InputFile("<stdin>", readAll("<stdin>", terminal.in()));
      }
      Path file = Path.of(name);
      checkReadable(file);
      // Files.newInputStream would copy through a buffer of the file's size.
      try (InputStream in = new FileInputStream(file.toFile())) {
        return new InputFile(name, readAll(name, in));
      }
    } catch (IOException e) {
      throw new BadInputException(
          name + ": cannot be read (" + e.getMessage() + ")",
          "Check the path and its permissions.");
    }
  }

  /** Whether it begins as a module in the binary format does (§5.5.16). */
  boolean isBinary() {
    return LoadedModule.isBinary(name, bytes);
  }

  /** The module in it, which may break rules; its diagnostics say which. */
  LoadedModule module(FeatureSet features) {
    return LoadedModule.load(String.valueOf(Path.of(name).getFileName()), bytes, features);
  }

  /** The module in it; what breaks a rule ends as {@link InvalidInputException}. */
  LoadedModule validModule(FeatureSet features) {
    LoadedModule loaded = module(features);
    if (!loaded.isRunnable()) {
      throw new InvalidInputException(this, loaded.diagnostics());
    }
    return loaded;
  }

  private static void checkReadable(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new BadInputException(file + ": no such file", "Check the path.");
    }
    if (Files.isDirectory(file)) {
      throw new BadInputException(file + ": is a folder, not a file", "Name a file in it.");
    }
    if (Files.size(file) > LARGEST) {
      throw new BadInputException(file + ": is larger than 2 GiB", "No module may be that large.");
    }
  }

  private static byte[] readAll(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST);
    if (bytes.length == LARGEST) {
      throw new BadInputException(name + ": is larger than 2 GiB", "No module may be that large.");
    }
    return bytes;
  }
}
