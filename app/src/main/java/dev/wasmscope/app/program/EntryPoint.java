package dev.wasmscope.app.program;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.QuotedText;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueScope;
import dev.wasmscope.engine.runtime.ValueText;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.Nearest;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The function that a program starts with, and its arguments.
 *
 * @param name under which it is exported
 * @param type its type, in the module's own type indices
 * @param arguments as users write them; one for each parameter, and right
 */
public record EntryPoint(String name, FuncType type, List<String> arguments) {

  /** The export by which a WASI command starts. */
  public static final String START = "_start";

  private static final int MOST_NAMES = 20;

  /** The export that a WASI reactor wants called before any other. */
  static final String INITIALIZE = "_initialize";

  public EntryPoint {
    arguments = List.copyOf(arguments);
  }

  /**
   * An exported function.
   *
   * @param type its type, in the module's own type indices
   * @param parameters names of its parameters, empty where one has none
   * @param scope what types and names mean in its arguments
   */
  public record Choice(String export, FuncType type, List<String> parameters, ValueScope scope) {

    /** Its type in words, with the names of types. */
    public String signature() {
      return scope.describe(type);
    }

    /** The type of the parameter at {@code index} in words. */
    public String parameterType(int index) {
      return scope.describe(type.params().get(index));
    }

    /** Why {@code text} is no argument for the parameter at {@code index}; empty when it is. */
    public Optional<String> refusal(int index, String text) {
      try {
        argument(type.params().get(index), text, scope);
        return Optional.empty();
      } catch (IllegalArgumentException unfit) {
        return Optional.of(unfit.getMessage());
      }
    }

    /** An argument to begin with for the parameter at {@code index}. */
    public String example(int index) {
      return ValueText.example(type.params().get(index), scope);
    }
  }

  /** The functions that {@code module} exports, in its order. */
  public static List<Choice> choices(Module module) {
    IndexSpaces spaces = IndexSpaces.of(module);
    ValueScope scope = ValueScope.of(module);
    List<Choice> choices = new ArrayList<>();
    for (Export export : module.exports()) {
      if (export.kind() == ExternKind.FUNC && export.index() < spaces.functions().size()) {
        spaces
            .funcType(spaces.functions().get(export.index()))
            .ifPresent(
                type ->
                    choices.add(
                        new Choice(export.name(), type, parameters(module, export, type), scope)));
      }
    }
    return choices;
  }

  private static List<String> parameters(Module module, Export export, FuncType type) {
    return IntStream.range(0, type.params().size())
        .mapToObj(i -> module.names().local(export.index(), i).orElse(""))
        .toList();
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
   * What {@code options} ask for; empty if they name nothing and the module has no {@code _start}
   * but a start function, which runs by itself.
   *
   * @throws LaunchException if there is no such function or the arguments do not fit
   */
  static Optional<EntryPoint> of(Module module, ProgramOptions options) throws LaunchException {
    String wanted = options.export().orElse(START);
    List<Choice> choices = choices(module);
    for (Choice choice : choices) {
      if (choice.export().equals(wanted)) {
        check(choice, options.exportArguments());
        return Optional.of(new EntryPoint(wanted, choice.type(), options.exportArguments()));
      }
    }
    if (options.export().isEmpty() && module.start().isPresent()) {
      return Optional.empty();
    }
    throw missing(choices.stream().map(Choice::export).toList(), options.export());
  }

  private static LaunchException missing(List<String> names, Optional<String> wanted) {
    String offered =
        names.isEmpty()
            ? "The module exports no function; export one, such as (func (export \"main\") …)."
            : "Exported functions: "
                + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    if (wanted.isEmpty()) {
      return new LaunchException(
          "the module exports no _start, so it must be told which function to call", offered);
    }
    String hint =
        Nearest.to(wanted.get(), names).map(near -> "Did you mean " + near + "? ").orElse("");
    return new LaunchException("no function is exported as " + wanted.get(), hint + offered);
  }

  private static void check(Choice chosen, List<String> texts) throws LaunchException {
    String name = chosen.export();
    FuncType type = chosen.type();
    if (texts.size() != type.params().size()) {
      throw new LaunchException(
          "%s takes %d argument%s %s, not %d"
              .formatted(
                  name,
                  type.params().size(),
                  type.params().size() == 1 ? "" : "s",
                  chosen.scope().describe(type.params()),
                  texts.size()),
          "Give one argument for each parameter.");
    }
    for (int i = 0; i < texts.size(); i++) {
      Optional<String> refusal = chosen.refusal(i, texts.get(i));
      if (refusal.isPresent()) {
        throw new LaunchException(
            "argument %d of %s: %s".formatted(i + 1, name, refusal.get()),
            "The parameter has the type " + chosen.parameterType(i) + ".");
      }
    }
  }

  /** The arguments as values of an instance of the module. */
  public List<Value> values(Instance instance) {
    ValueScope scope = ValueScope.of(instance);
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      values.add(argument(type.params().get(i), arguments.get(i), scope));
    }
    return values;
  }

  /** A value; where only a string is possible its quotes may be missing, as shells remove them. */
  private static Value argument(ValType type, String text, ValueScope scope) {
    boolean isString = type instanceof RefType ref && ref.heap() == AbsHeapType.STRING;
    boolean isPlain = !text.startsWith("\"") && !text.equals("null");
    return ValueText.parse(type, isString && isPlain ? QuotedText.quote(text) : text, scope);
  }
}
