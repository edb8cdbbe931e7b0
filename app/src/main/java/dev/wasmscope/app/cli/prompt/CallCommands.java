package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.app.program.ArgumentWords;
import dev.wasmscope.app.program.EntryPoint;
import dev.wasmscope.engine.debug.Describer;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.source.Nearest;
import dev.wasmscope.wasm.text.StringLiteral;
import dev.wasmscope.wasm.type.ValType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that call the program's functions and keep what they give. */
final class CallCommands {

  private static final Pattern CALL = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\"|\\S+)\\s*(.*)");
  private static final Pattern LET =
      Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*(\\S.*)");
  private static final Pattern LET_CALL = Pattern.compile("call\\s+(.+)");

  private final PromptContext context;
  private final Debuggee debuggee;

  CallCommands(PromptContext context) {
    this.context = context;
    this.debuggee = context.debuggee();
  }

  List<PromptCommand> commands() {
    return List.of(
        PromptCommand.of(
            "call", "EXPORT [ARG…]", "call a function; breakpoints do not stop it", this::print),
        PromptCommand.of(
            "let", "$NAME = EXPR or call EXPORT [ARG…]", "name a value", this::define));
  }

  private void print(String text) {
    List<Value> results = call(text);
    Describer describer = new Describer(debuggee.instance());
    results.forEach(result -> context.out().println(describer.describe(result)));
  }

  private void define(String text) {
    Matcher matcher = LET.matcher(text);
    if (!matcher.matches()) {
      throw new PromptException("let takes $NAME = EXPR, or $NAME = call EXPORT [ARG…]");
    }
    String what = matcher.group(2);
    Matcher call = LET_CALL.matcher(what);
    ExpressionValue value = call.matches() ? onlyResult(call.group(1)) : context.evaluate(what);
    context.definitions().put(matcher.group(1), value);
  }

  private ExpressionValue onlyResult(String text) {
    List<Value> results = call(text);
    if (results.size() != 1) {
      throw new PromptException("let needs one result, the function gives " + results.size());
    }
    return ExpressionValue.of(results.getFirst());
  }

  private List<Value> call(String text) {
    Matcher matcher = CALL.matcher(text);
    if (!matcher.matches()) {
      throw new PromptException("call takes EXPORT [ARG…]");
    }
    String name = name(matcher.group(1));
    Instance instance = debuggee.instance();
    EntryPoint.Choice choice = find(instance, name);
    List<Value> arguments =
        arguments(name, choice.type().params(), ArgumentWords.split(matcher.group(2)));
    FunctionInstance function = instance.exportedFunction(name).orElseThrow();
    var thread = debuggee.launch().engine().newThread("call");
    return Debuggee.answer(debuggee.still().call(thread, function, arguments));
  }

  private static String name(String text) {
    return StringLiteral.parse(text)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse(text);
  }

  private static EntryPoint.Choice find(Instance instance, String name) {
    List<EntryPoint.Choice> choices = EntryPoint.choices(instance.module());
    return choices.stream()
        .filter(choice -> choice.export().equals(name))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> exports = choices.stream().map(EntryPoint.Choice::export).toList();
              String hint =
                  Nearest.to(name, exports).map(near -> "; did you mean " + near + "?").orElse("");
              return new PromptException("no function is exported as '" + name + "'" + hint);
            });
  }

  private List<Value> arguments(String name, List<ValType> params, List<String> words) {
    if (words.size() != params.size()) {
      throw new PromptException(
          "%s takes %d arguments %s, found %d"
              .formatted(name, params.size(), params, words.size()));
    }
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      arguments.add(context.value(params.get(i), words.get(i)));
    }
    return arguments;
  }
}
