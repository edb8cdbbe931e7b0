package dev.wasmscope.app.session;

import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The export that is called and its arguments.
 *
 * @param export its name
 * @param arguments one per parameter
 */
public record Entry(String export, List<Value> arguments) {
  /** The export that command programs begin at. */
  public static final String START = "_start";

  /** Copies the arguments. */
  public Entry {
    arguments = List.copyOf(arguments);
  }

  /** An exported function. */
  public record Choice(String export, FuncType type) {}

  /** The functions that {@code module} exports, in its order. */
  public static List<Choice> choices(Module module) {
    IndexSpaces spaces = IndexSpaces.of(module);
    List<Choice> choices = new ArrayList<>();
    for (Export export : module.exports()) {
      if (export.kind() == ExternKind.FUNC && export.index() < spaces.functions().size()) {
        spaces
            .funcType(spaces.functions().get(export.index()))
            .ifPresent(type -> choices.add(new Choice(export.name(), type)));
      }
    }
    return choices;
  }

  /** What is called when nobody said: {@code _start}, or the first export that needs nothing. */
  public static Optional<Choice> natural(List<Choice> choices) {
    return choices.stream()
        .filter(c -> c.export().equals(START))
        .findFirst()
        .or(() -> choices.stream().filter(c -> c.type().params().isEmpty()).findFirst())
        .or(() -> choices.stream().findFirst());
  }

  /**
   * The entry that {@code configuration} asks for.
   *
   * @throws LaunchException when there is no such export, or its arguments do not fit
   */
  static Entry of(Module module, RunConfiguration configuration) throws LaunchException {
    List<Choice> choices = choices(module);
    Optional<Choice> chosen =
        configuration.entry().isEmpty()
            ? natural(choices)
            : choices.stream().filter(c -> c.export().equals(configuration.entry())).findFirst();
    if (chosen.isEmpty()) {
      throw new LaunchException(
          configuration.entry().isEmpty()
              ? Text.of("launch.nothingExported")
              : Text.of("launch.noExport", configuration.entry()));
    }
    return new Entry(chosen.get().export(), arguments(chosen.get(), configuration.arguments()));
  }

  private static List<Value> arguments(Choice chosen, List<String> texts) throws LaunchException {
    List<ValType> types = chosen.type().params();
    if (texts.size() != types.size()) {
      throw new LaunchException(
          Text.of("launch.arguments", chosen.export(), types.size(), texts.size()));
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      try {
        values.add(ValueText.parse(types.get(i), texts.get(i)));
      } catch (IllegalArgumentException unfit) {
        throw new LaunchException(
            Text.of("launch.argument", i + 1, chosen.export(), unfit.getMessage()), unfit);
      }
    }
    return values;
  }
}
