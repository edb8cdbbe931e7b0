package dev.wasmscope.app.cli;

import java.nio.file.Path;
import java.util.List;

/** The door from the command line to the window; both methods return when the window is closed. */
public interface WindowLauncher {
  /**
   * Opens the window.
   *
   * @param files what to open in it; empty for a bundled sample
   * @return the exit code of the process
   */
  int open(List<Path> files);

  /**
   * Drives the window through its main job on the bundled samples and saves pictures of it.
   *
   * @param output the folder the pictures are written to; made when absent
   * @return the exit code of the process
   */
  int tour(Path output);
}
