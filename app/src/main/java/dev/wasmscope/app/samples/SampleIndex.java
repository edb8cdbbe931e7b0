package dev.wasmscope.app.samples;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All bundled samples, in the order in which they are shown.
 *
 * @param version the version of the index's form: 1
 * @param samples the samples; the first one is the one to begin with
 */
public record SampleIndex(int version, List<Sample> samples) {
  private static final String ROOT = "/samples/";

  /** Reads the bundled index. */
  public static SampleIndex load() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    return mapper.readValue(bytes("samples.json"), SampleIndex.class);
  }

  /** The sample with the given name. */
  public Optional<Sample> find(String name) {
    return samples.stream().filter(sample -> sample.name().equals(name)).findFirst();
  }

  /**
   * The content of a bundled file.
   *
   * @param path the path relative to the index
   */
  public static byte[] bytes(String path) {
    try (InputStream stream = SampleIndex.class.getResourceAsStream(ROOT + path)) {
      if (stream == null) {
        throw new FileNotFoundException("no bundled sample file " + path);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Copies a sample's module, source, input and expected output into a directory, so that it can be
   * edited and run like any other file. Files that are there already stay as they are.
   *
   * @param directory where the sample's folder is made
   * @return the file to open
   * @throws IOException if a file cannot be written
   */
  public static Path extract(Sample sample, Path directory) throws IOException {
    for (String path : files(sample)) {
      Path target = directory.resolve(path);
      if (!Files.exists(target)) {
        Files.createDirectories(target.getParent());
        Files.write(target, bytes(path));
      }
    }
    return directory.resolve(sample.module());
  }

  /** The paths of all files of a sample, relative to the index, each once. */
  public static List<String> files(Sample sample) {
    List<String> paths = new ArrayList<>(List.of(sample.source(), sample.module()));
    for (SampleCommand command : sample.commands()) {
      Stream.of(command.stdin(), command.stdout(), command.stderr())
          .flatMap(Optional::stream)
          .forEach(paths::add);
      command.dirs().forEach(directory -> paths.addAll(directory.files()));
    }
    return paths.stream().distinct().toList();
  }
}
