package dev.wasmscope.app.cli;

import dev.wasmscope.app.config.ConfigException;
import dev.wasmscope.app.config.ConfigLoader;
import dev.wasmscope.app.config.ConfigNote;
import dev.wasmscope.app.config.Configuration;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Reads the files named by {@code --config} and says what they left to be said. */
final class ConfigFiles {
  private static final Set<String> TERSE_LEVELS = Set.of("warn", "warning", "error");

  private ConfigFiles() {}

  /** Reads all files, later ones on top; notes go to {@code err} unless the log level is terse. */
  static Configuration read(List<Path> files, PrintStream err) {
    Configuration all = Configuration.EMPTY;
    for (Path file : files) {
      try {
        all = all.with(new ConfigLoader().load(file));
      } catch (ConfigException e) {
        throw new BadInputException(e.getMessage(), e.remedy());
      }
    }
    boolean terse = all.text("debug.log_level").filter(TERSE_LEVELS::contains).isPresent();
    for (ConfigNote note : all.notes()) {
      if (note.weight() == ConfigNote.Weight.WARNING) {
        err.println("warning: " + note.message());
      } else if (!terse) {
        err.println("note: " + note.message());
      }
    }
    return all;
  }
}
