package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.source.Diagnostic;
import java.util.List;

/**
 * A script: commands in the order in which they run.
 *
 * @param diagnostics what could not be understood; the commands concerned are left out
 */
public record Script(List<Command> commands, List<Diagnostic> diagnostics) {

  public Script {
    commands = List.copyOf(commands);
    diagnostics = List.copyOf(diagnostics);
  }
}
