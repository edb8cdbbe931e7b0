package dev.wasmscope.app.shell;

import dev.wasmscope.app.analysis.WatAnalyzer;
import dev.wasmscope.app.dialog.Dialogs;
import dev.wasmscope.app.samples.SampleIndex;
import dev.wasmscope.app.session.EngineLauncher;
import dev.wasmscope.app.settings.Settings.WindowPlace;
import dev.wasmscope.app.settings.SettingsStore;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.theme.Themes;
import dev.wasmscope.app.welcome.WelcomeModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The desktop application: one window on the user's screen. */
public final class WindowApplication extends Application {
  private static final double SMALLEST_WIDTH = 900;
  private static final double SMALLEST_HEIGHT = 560;

  /** Opens the window on {@code files}, or on the welcome page; returns when it is closed. */
  public static void open(List<Path> files) {
    launch(WindowApplication.class, files.stream().map(Path::toString).toArray(String[]::new));
  }

  @Override
  public void start(Stage stage) {
    Themes.loadFonts();
    Map<String, String> environment = System.getenv();
    Path home = Path.of(System.getProperty("user.home"));
    Surroundings surroundings =
        surroundings(
            new SettingsStore(SettingsStore.defaultFile(environment, home)),
            sampleFolder(environment, home),
            new FxDialogs(() -> stage));
    Workbench bench = new Workbench(surroundings, systemDark());
    Window window = Window.of(bench, SampleIndex.load(), stage::close);
    show(stage, window);
    List<String> files = getParameters().getRaw();
    window.welcome();
    for (String file : files) {
      bench.workspace().open(Path.of(file));
    }
    if (files.isEmpty() && bench.settings().get().recent().isEmpty()) {
      window.openSample(SampleIndex.load().samples().getFirst().name(), WelcomeModel.Action.OPEN);
    }
  }

  /**
   * The surroundings of a window with the real engine.
   *
   * @param settings where settings are kept
   * @param samples where opened samples are copied to
   */
  public static Surroundings surroundings(SettingsStore settings, Path samples, Dialogs dialogs) {
    return new Surroundings(
        Executors.newVirtualThreadPerTaskExecutor(),
        Platform::runLater,
        settings,
        samples,
        dialogs,
        new WatAnalyzer(),
        new EngineLauncher());
  }

  private static Path sampleFolder(Map<String, String> environment, Path home) {
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base = xdg.isBlank() ? home.resolve(".local").resolve("share") : Path.of(xdg);
    return base.resolve("wasmscope").resolve("samples");
  }

  private static BooleanBinding systemDark() {
    Platform.Preferences preferences = Platform.getPreferences();
    return Bindings.createBooleanBinding(
        () -> preferences.getColorScheme() == ColorScheme.DARK, preferences.colorSchemeProperty());
  }

  private static void show(Stage stage, Window window) {
    Workbench bench = window.bench();
    WindowPlace place = bench.settings().get().window();
    Scene scene = new Scene(window.view(), place.width(), place.height());
    bench.theme().dark().subscribe(dark -> Themes.apply(scene, dark));
    Keys.install(scene, bench.commands());
    stage.setTitle(Text.of("app.name"));
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    stage.setScene(scene);
    stage.setMaximized(place.maximized());
    stage.setOnCloseRequest(
        e -> {
          e.consume();
          WindowPlace now =
              stage.isMaximized()
                  ? new WindowPlace(place.width(), place.height(), true)
                  : new WindowPlace(scene.getWidth(), scene.getHeight(), false);
          bench.settings().change(s -> s.withWindow(now));
          window.quit();
        });
    stage.show();
  }
}
