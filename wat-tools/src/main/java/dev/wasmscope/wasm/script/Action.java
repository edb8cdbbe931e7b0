package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.source.Span;
import java.util.List;
import java.util.Optional;

/** What a script does with an instance. */
public sealed interface Action {

  /** The bytes of the script from parenthesis to parenthesis. */
  Span span();

  /** The instance, or the latest one. */
  Optional<String> module();

  /** The name of the export. */
  String export();

  /** {@code (invoke $module "export" arguments)}. */
  record Invoke(Span span, Optional<String> module, String export, List<Literal> arguments)
      implements Action {

    public Invoke {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code (get $module "export")}: the value of an exported global. */
  record Get(Span span, Optional<String> module, String export) implements Action {}
}
