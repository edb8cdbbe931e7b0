package dev.wasmscope.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Small inputs for tests of commands. */
final class SampleFiles {
  /** (module (func $add (export "add") (param i32 i32) (result i32) …) (memory 1 2)), named. */
  static final byte[] ADD =
      HexFormat.of()
          .parseHex(
              "0061736d010000000107016002" // type section
                  + "7f7f017f030201000504010101020707010361646400000a09010700200020016a0b"
                  + "000d046e616d650106010003616464");

  private SampleFiles() {}

  /** A bundled sample's file, copied to a folder under its own name. */
  static Path sample(Path folder, String path) throws IOException {
    try (InputStream in = SampleFiles.class.getResourceAsStream("/samples/" + path)) {
      Path target = folder.resolve(Path.of(path).getFileName());
      Files.copy(in, target);
      return target;
    }
  }
}
