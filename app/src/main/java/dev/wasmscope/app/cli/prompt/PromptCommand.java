package dev.wasmscope.app.cli.prompt;

import java.util.List;
import java.util.function.Consumer;

/**
 * A command of the prompt.
 *
 * @param names the long one first, then short ones
 * @param arguments how they are written, for help; may be empty
 * @param description what it does, in one line
 * @param action gets what follows the name, stripped
 */
record PromptCommand(
    List<String> names, String arguments, String description, Consumer<String> action) {

  PromptCommand {
    names = List.copyOf(names);
  }

  static PromptCommand of(
      String names, String arguments, String description, Consumer<String> action) {
    return new PromptCommand(List.of(names.split(" ", -1)), arguments, description, action);
  }

  /** The long name. */
  String name() {
    return names.getFirst();
  }
}
