package dev.wasmscope.app.welcome;

import dev.wasmscope.app.samples.Sample;
import dev.wasmscope.app.settings.SettingsModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the welcome page offers. */
public final class WelcomeModel {
  /** What one click on a sample does. */
  public enum Action {
    OPEN,
    RUN,
    DEBUG
  }

  private final List<Sample> samples;
  private final ObservableList<Path> recent = FXCollections.observableArrayList();
  private final BiConsumer<Sample, Action> start;
  private final Consumer<Path> open;

  /**
   * A model.
   *
   * @param start opens, runs or debugs a sample
   * @param open opens a recent file
   */
  public WelcomeModel(
      List<Sample> samples,
      SettingsModel settings,
      BiConsumer<Sample, Action> start,
      Consumer<Path> open) {
    this.samples = List.copyOf(samples);
    this.start = start;
    this.open = open;
    settings
        .current()
        .subscribe(now -> recent.setAll(now.recent().stream().map(Path::of).toList()));
  }

  /** The samples the engine can run. */
  public List<Sample> runnable() {
    return samples.stream().filter(s -> s.features().isEmpty()).toList();
  }

  /** The samples that need more than the engine has; they can be read. */
  public List<Sample> readable() {
    return samples.stream().filter(s -> !s.features().isEmpty()).toList();
  }

  /** The files opened lately, newest first. */
  public ObservableList<Path> recent() {
    return recent;
  }

  /** Does {@code action} with {@code sample}. */
  public void start(Sample sample, Action action) {
    start.accept(sample, action);
  }

  /** Opens a recent file. */
  public void open(Path path) {
    open.accept(path);
  }
}
