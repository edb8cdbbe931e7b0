package dev.wasmscope.app.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/**
 * The live half of the command table: what each {@link Cmd} does, whether it can be done now, and
 * under which key. Two commands may share a key; the first enabled one in table order gets it.
 */
public final class Commands {
  private record Binding(Runnable action, ReadOnlyBooleanWrapper enabled) {}

  private final Map<Cmd, Binding> bindings = new EnumMap<>(Cmd.class);
  private final Map<Cmd, String> keys = new EnumMap<>(Cmd.class);

  /**
   * A table whose keys are the defaults, overridden by {@code remapped}.
   *
   * @param remapped command id to key in JavaFX notation, such as {@code Shortcut+Shift+P}; an
   *     empty string removes the key
   */
  public Commands(Map<String, String> remapped) {
    for (Cmd cmd : Cmd.values()) {
      String key = remapped.getOrDefault(cmd.id(), cmd.defaultKey()).strip();
      if (!key.isEmpty()) {
        keys.put(cmd, key);
      }
    }
  }

  /** Joins {@code cmd} to its action; it can be done whenever {@code enabled} is true. */
  public void bind(Cmd cmd, ObservableBooleanValue enabled, Runnable action) {
    ReadOnlyBooleanWrapper property = new ReadOnlyBooleanWrapper();
    property.bind(enabled);
    bindings.put(cmd, new Binding(Objects.requireNonNull(action), property));
  }

  /** Joins {@code cmd} to an action that can always be done. */
  public void bind(Cmd cmd, Runnable action) {
    bindings.put(
        cmd, new Binding(Objects.requireNonNull(action), new ReadOnlyBooleanWrapper(true)));
  }

  /** Whether {@code cmd} has an action. */
  public boolean isBound(Cmd cmd) {
    return bindings.containsKey(cmd);
  }

  /** Whether {@code cmd} can be done now. */
  public ReadOnlyBooleanProperty enabled(Cmd cmd) {
    return binding(cmd).enabled().getReadOnlyProperty();
  }

  /** Does {@code cmd} if it can be done now; says whether it was. */
  public boolean fire(Cmd cmd) {
    Binding binding = bindings.get(cmd);
    if (binding == null || !binding.enabled().get()) {
      return false;
    }
    binding.action().run();
    return true;
  }

  /** The key of {@code cmd} in JavaFX notation. */
  public Optional<String> key(Cmd cmd) {
    return Optional.ofNullable(keys.get(cmd));
  }

  /** All keys in use, each with the commands that answer to it in table order. */
  public Map<String, List<Cmd>> byKey() {
    Map<String, List<Cmd>> result = new LinkedHashMap<>();
    keys.forEach((cmd, key) -> result.computeIfAbsent(key, _ -> new ArrayList<>()).add(cmd));
    return result;
  }

  private Binding binding(Cmd cmd) {
    Binding binding = bindings.get(cmd);
    if (binding == null) {
      throw new IllegalStateException("command " + cmd.id() + " has no action");
    }
    return binding;
  }
}
