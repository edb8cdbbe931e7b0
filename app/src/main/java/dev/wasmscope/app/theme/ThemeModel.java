package dev.wasmscope.app.theme;

import dev.wasmscope.app.settings.SettingsModel;
import dev.wasmscope.app.settings.ThemeChoice;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** Whether the window is dark: the user's choice, or the system's when the user left it to that. */
public final class ThemeModel {
  private final SettingsModel settings;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

  /**
   * A model.
   *
   * @param settings where the choice is kept
   * @param systemDark whether the operating system shows dark windows now
   */
  public ThemeModel(SettingsModel settings, ObservableBooleanValue systemDark) {
    this.settings = settings;
    dark.bind(
        Bindings.createBooleanBinding(
            () -> resolve(settings.get().theme(), systemDark.get()),
            settings.current(),
            systemDark));
  }

  private static boolean resolve(ThemeChoice choice, boolean systemDark) {
    return switch (choice) {
      case SYSTEM -> systemDark;
      case DARK -> true;
      case LIGHT -> false;
    };
  }

  /** Whether the window is dark now. */
  public ReadOnlyBooleanProperty dark() {
    return dark.getReadOnlyProperty();
  }

  /** Changes to the other of dark and light. */
  public void toggle() {
    choose(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
  }

  /** Chooses a theme. */
  public void choose(ThemeChoice choice) {
    settings.change(s -> s.withTheme(choice));
  }
}
