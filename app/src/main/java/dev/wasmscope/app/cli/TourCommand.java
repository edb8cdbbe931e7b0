package dev.wasmscope.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Saves pictures of the real window at work; needs no display. */
@Command(
    name = "tour",
    mixinStandardHelpOptions = true,
    description = "Drives the window through its main job and saves pictures of it.")
final class TourCommand implements Callable<Integer> {
  private final WindowLauncher window;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder for the pictures; made when absent.")
  private Path output;

  TourCommand(WindowLauncher window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    return window.tour(output);
  }
}
