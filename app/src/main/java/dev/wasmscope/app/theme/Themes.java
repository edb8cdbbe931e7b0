package dev.wasmscope.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Puts a theme on a scene. */
public final class Themes {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final List<String> FONTS =
      List.of(
          "inter/Inter-Regular.otf",
          "inter/Inter-SemiBold.otf",
          "inter/Inter-Bold.otf",
          "inter/Inter-Italic.otf",
          "jetbrains_mono/JetBrainsMono-Regular.ttf",
          "jetbrains_mono/JetBrainsMono-Bold.ttf",
          "jetbrains_mono/JetBrainsMono-Italic.ttf");

  /** The editor's typeface. */
  public static final String MONOSPACE = "JetBrains Mono";

  /** The window's typeface. */
  public static final String SANS = "Inter";

  private Themes() {}

  /** Makes the bundled typefaces known to JavaFX; needed once per process, harmless again. */
  public static void loadFonts() {
    for (String font : FONTS) {
      String resource = "/com/formdev/flatlaf/fonts/" + font;
      try (InputStream in = Themes.class.getResourceAsStream(resource)) {
        Font.loadFont(Objects.requireNonNull(in, resource), 12);
      } catch (IOException unreadable) {
        throw new IllegalStateException("cannot read bundled font " + resource, unreadable);
      }
    }
  }

  /** Shows {@code scene} dark or light. */
  public static void apply(Scene scene, boolean dark) {
    scene.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(
            resource(dark ? "dark.css" : "light.css"),
            resource("wasmscope.css"),
            resource("editor.css"));
    mark(scene.getRoot(), dark);
  }

  private static void mark(Parent root, boolean dark) {
    root.pseudoClassStateChanged(DARK, dark);
  }

  private static String resource(String name) {
    return Objects.requireNonNull(Themes.class.getResource(name), name).toExternalForm();
  }
}
