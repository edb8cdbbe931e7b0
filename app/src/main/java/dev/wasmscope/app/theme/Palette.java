package dev.wasmscope.app.theme;

import javafx.scene.paint.Color;

/**
 * The colours canvases draw with; the same values as the style sheets' tokens.
 *
 * @param background of views
 * @param surface of headers and gutters
 * @param text normal text
 * @param muted secondary text
 * @param faint text that should recede, such as zero bytes
 * @param border lines between things
 * @param accent the product's colour
 * @param selection behind selected things
 * @param changed text of values changed since the last stop
 * @param changedBack behind values changed since the last stop
 * @param danger traps and errors
 */
public record Palette(
    Color background,
    Color surface,
    Color text,
    Color muted,
    Color faint,
    Color border,
    Color accent,
    Color selection,
    Color changed,
    Color changedBack,
    Color danger) {

  /** The dark theme's colours. */
  public static final Palette DARK =
      new Palette(
          Color.web("#14161c"),
          Color.web("#1a1d25"),
          Color.web("#d6dae3"),
          Color.web("#8d95a5"),
          Color.web("#4b5261"),
          Color.web("#2a2e39"),
          Color.web("#8b7bff"),
          Color.web("#3a3570"),
          Color.web("#ffc66d"),
          Color.web("#ffb02e"),
          Color.web("#ff6b6b"));

  /** The light theme's colours. */
  public static final Palette LIGHT =
      new Palette(
          Color.web("#ffffff"),
          Color.web("#f6f7f9"),
          Color.web("#1f2430"),
          Color.web("#667085"),
          Color.web("#b6bcc8"),
          Color.web("#e2e5eb"),
          Color.web("#5b45e0"),
          Color.web("#d9d4ff"),
          Color.web("#a15c00"),
          Color.web("#ffb02e"),
          Color.web("#d92d20"));

  /** The palette of a dark or light window. */
  public static Palette of(boolean dark) {
    return dark ? DARK : LIGHT;
  }
}
