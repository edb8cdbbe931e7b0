package dev.wasmscope.app.shell;

import dev.wasmscope.app.samples.Sample;
import dev.wasmscope.app.samples.SampleCommand;
import dev.wasmscope.app.samples.SampleIndex;
import dev.wasmscope.app.settings.RunConfiguration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a bundled sample is run when it is opened for the first time: as its first run says. */
final class SampleRuns {
  private SampleRuns() {}

  /**
   * The run configuration of {@code sample}.
   *
   * @param folder where samples were copied to
   */
  static RunConfiguration of(Sample sample, Path folder) {
    if (!sample.calls().isEmpty()) {
      return RunConfiguration.DEFAULT.calling(
          sample.calls().getFirst().export(), sample.calls().getFirst().args());
    }
    SampleCommand command = sample.commands().getFirst();
    List<String> directories = new ArrayList<>();
    for (SampleCommand.Directory directory : command.dirs()) {
      if (!directory.files().isEmpty()) {
        Path host = folder.resolve(directory.files().getFirst()).getParent();
        directories.add(host + "::" + directory.guest());
      }
    }
    String stdin =
        command
            .stdin()
            .map(file -> new String(SampleIndex.bytes(file), StandardCharsets.UTF_8))
            .orElse("");
    return new RunConfiguration(
        "", List.of(), command.args(), directories, Map.of(), stdin, List.of(), false, false);
  }
}
