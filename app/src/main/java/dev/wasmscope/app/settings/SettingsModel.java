package dev.wasmscope.app.settings;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings in memory: observable, changed by replacement, saved after every change. */
public final class SettingsModel {
  private final ReadOnlyObjectWrapper<Settings> current;
  private final Consumer<Settings> saver;

  /**
   * A model that starts from {@code initial}.
   *
   * @param saver called with the new settings after each change; must not block
   */
  public SettingsModel(Settings initial, Consumer<Settings> saver) {
    this.current = new ReadOnlyObjectWrapper<>(initial);
    this.saver = saver;
  }

  /** The settings now. */
  public Settings get() {
    return current.get();
  }

  /** The settings, observable. */
  public ReadOnlyObjectProperty<Settings> current() {
    return current.getReadOnlyProperty();
  }

  /** Replaces the settings and saves them when they differ. */
  public void change(UnaryOperator<Settings> change) {
    Settings next = change.apply(current.get());
    if (!next.equals(current.get())) {
      current.set(next);
      saver.accept(next);
    }
  }
}
