package dev.wasmscope.app.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything remembered between starts.
 *
 * @param version the form of the file, 1
 * @param theme the theme asked for
 * @param fontSize the editor's font size in points
 * @param recent paths of recently opened files, newest first
 * @param keys re-mapped keys: command id to key combination, empty for none
 * @param runs run configurations by absolute path
 * @param features features of files by absolute path, as differences from the default: {@code
 *     +stringref}
 * @param window the window's last place and size
 */
public record Settings(
    int version,
    ThemeChoice theme,
    double fontSize,
    List<String> recent,
    Map<String, String> keys,
    Map<String, RunConfiguration> runs,
    Map<String, List<String>> features,
    WindowPlace window) {
  /** The editor's font size when nothing else was asked for. */
  public static final double DEFAULT_FONT_SIZE = 13;

  private static final double SMALLEST_FONT = 8;
  private static final double LARGEST_FONT = 32;
  private static final int MOST_RECENT = 12;

  /**
   * Where the window was.
   *
   * @param width in pixels
   * @param height in pixels
   * @param maximized whether it filled the screen
   */
  public record WindowPlace(double width, double height, boolean maximized) {
    /** A comfortable first size. */
    public static final WindowPlace DEFAULT = new WindowPlace(1440, 900, false);
  }

  /** Replaces what is missing or out of range by its default. */
  public Settings {
    version = 1;
    theme = theme == null ? ThemeChoice.SYSTEM : theme;
    fontSize =
        fontSize <= 0 ? DEFAULT_FONT_SIZE : Math.clamp(fontSize, SMALLEST_FONT, LARGEST_FONT);
    recent = recent == null ? List.of() : List.copyOf(recent);
    keys = keys == null ? Map.of() : Map.copyOf(keys);
    runs = runs == null ? Map.of() : Map.copyOf(runs);
    features = features == null ? Map.of() : Map.copyOf(features);
    window = window == null ? WindowPlace.DEFAULT : window;
  }

  /** The settings of a first start. */
  public static Settings defaults() {
    return new Settings(1, null, 0, null, null, null, null, null);
  }

  /** These settings with another theme. */
  public Settings withTheme(ThemeChoice choice) {
    return new Settings(version, choice, fontSize, recent, keys, runs, features, window);
  }

  /** These settings with another editor font size, kept within readable bounds. */
  public Settings withFontSize(double size) {
    return new Settings(version, theme, size, recent, keys, runs, features, window);
  }

  /** These settings with {@code path} as the most recent file. */
  public Settings withRecent(String path) {
    List<String> paths = new ArrayList<>(recent);
    paths.remove(path);
    paths.addFirst(path);
    return new Settings(
        version,
        theme,
        fontSize,
        paths.subList(0, Math.min(paths.size(), MOST_RECENT)),
        keys,
        runs,
        features,
        window);
  }

  /** These settings without {@code path} among the recent files. */
  public Settings withoutRecent(String path) {
    List<String> paths = new ArrayList<>(recent);
    paths.remove(path);
    return new Settings(version, theme, fontSize, paths, keys, runs, features, window);
  }

  /** These settings with {@code configuration} remembered for {@code path}. */
  public Settings withRun(String path, RunConfiguration configuration) {
    Map<String, RunConfiguration> all = new HashMap<>(runs);
    all.put(path, configuration);
    return new Settings(version, theme, fontSize, recent, keys, all, features, window);
  }

  /** These settings with {@code differences} from the default features for {@code path}. */
  public Settings withFeatures(String path, List<String> differences) {
    Map<String, List<String>> all = new HashMap<>(features);
    if (differences.isEmpty()) {
      all.remove(path);
    } else {
      all.put(path, List.copyOf(differences));
    }
    return new Settings(version, theme, fontSize, recent, keys, runs, all, window);
  }

  /** These settings with the window's place. */
  public Settings withWindow(WindowPlace place) {
    return new Settings(version, theme, fontSize, recent, keys, runs, features, place);
  }
}
