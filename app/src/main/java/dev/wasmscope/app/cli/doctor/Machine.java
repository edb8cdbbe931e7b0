package dev.wasmscope.app.cli.doctor;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What can be asked of a machine; tests ask a machine of their own making. */
interface Machine {
  /** A system property of the JVM, or an empty string. */
  String property(String name);

  /** The environment of the process. */
  Map<String, String> environment();

  /** The executable a shell would start for this command. */
  Optional<Path> command(String name);

  /** Whether the dynamic linker finds a library whose file name starts so, e.g. libgtk-3.so. */
  boolean hasLibrary(String fileNamePrefix);

  /** Whether a file or folder exists. */
  boolean exists(Path path);

  /** Whether at least one scalable font is installed. */
  boolean hasFonts();
}
