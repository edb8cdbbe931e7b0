package dev.wasmscope.app.program;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueText;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.Nearest;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The function that a program starts with, and its arguments.
 *
 * @param name under which it is exported
 * @param type its type, in the module's own type indices
 * @param arguments as many as it has parameters
 */
public record EntryPoint(String name, FuncType type, List<Value> arguments) {

  /** The export by which a WASI command starts. */
  public static final String START = "_start";

  /** The export that a WASI reactor wants called before any other. */
  static final String INITIALIZE = "_initialize";

  public EntryPoint {
    arguments = List.copyOf(arguments);
  }

  /** The exported functions of {@code module}, in its order. */
  public static List<Export> candidates(Module module) {
    return module.exports().stream().filter(e -> e.kind() == ExternKind.FUNC).toList();
  }

  /** The type of an exported function, in the module's own type indices. */
  public static FuncType typeOf(Module module, Export export) {
    IndexSpaces spaces = IndexSpaces.of(module);
    return spaces.funcType(spaces.functions().get(export.index())).orElse(FuncType.EMPTY);
  }

  /**
   * What {@code options} ask for; empty if they name nothing and the module has no {@code _start}
   * but a start function, which runs by itself.
   *
   * @throws LaunchException if there is no such function or the arguments do not fit
   */
  static Optional<EntryPoint> of(Module module, ProgramOptions options) throws LaunchException {
    String wanted = options.export().orElse(START);
    Optional<Export> export =
        candidates(module).stream().filter(e -> e.name().equals(wanted)).findFirst();
    if (export.isPresent()) {
      FuncType type = typeOf(module, export.get());
      return Optional.of(
          new EntryPoint(wanted, type, arguments(wanted, type, options.exportArguments())));
    }
    if (options.export().isEmpty() && module.start().isPresent()) {
      return Optional.empty();
    }
    throw missing(module, wanted, options.export().isPresent());
  }

  private static LaunchException missing(Module module, String wanted, boolean named) {
    List<String> names = candidates(module).stream().map(Export::name).toList();
    String offered =
        names.isEmpty()
            ? "The module exports no function."
            : "Exported functions: "
                + String.join(", ", names.subList(0, Math.min(20, names.size())));
    String hint = Nearest.to(wanted, names).map(near -> "Did you mean " + near + "? ").orElse("");
    return named
        ? new LaunchException("no function is exported as " + wanted, hint + offered)
        : new LaunchException(
            "the module exports no _start, so it must be told which function to call", offered);
  }

  private static List<Value> arguments(String name, FuncType type, List<String> texts)
      throws LaunchException {
    if (texts.size() != type.params().size()) {
      throw new LaunchException(
          "%s takes %d arguments %s, not %d"
              .formatted(name, type.params().size(), type.params(), texts.size()),
          "Give one argument for each parameter.");
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      values.add(argument(name, i, type.params().get(i), texts.get(i)));
    }
    return values;
  }

  private static Value argument(String name, int index, ValType type, String text)
      throws LaunchException {
    try {
      return ValueText.parse(type, text);
    } catch (IllegalArgumentException refused) {
      throw new LaunchException(
          "argument %d of %s: %s".formatted(index + 1, name, refused.getMessage()),
          "The parameter has the type " + type + ".");
    }
  }
}
