package dev.wasmscope.wasm.suite;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.script.Command;
import dev.wasmscope.wasm.script.ModuleSource;
import dev.wasmscope.wasm.script.Script;
import dev.wasmscope.wasm.script.WastScript;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.LineIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds every module of a script against what the script says of it, as far as nothing runs. */
final class SuiteChecker {

  private final String name;
  private final FeatureSet features;
  private final LineIndex lines;
  private final Script script;
  private final Exclusions exclusions;
  private final List<String> failures = new ArrayList<>();
  private int passed;
  private int excluded;

  SuiteChecker(Path file, Exclusions exclusions) {
    try {
      byte[] source = Files.readAllBytes(file);
      lines = LineIndex.of(source);
      script = WastScript.parse(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    name = SuiteFiles.name(file);
    features = SuiteFiles.features(file);
    this.exclusions = exclusions;
  }

  void check() {
    script.diagnostics().forEach(d -> failures.add(name + ": script: " + d.message()));
    check(script.commands());
  }

  private void check(List<Command> commands) {
    for (Command command : commands) {
      switch (command) {
        case Command.Module(_, _, var source) -> valid(command, source);
        case Command.ModuleDefinition(_, _, var source) -> valid(command, source);
        case Command.AssertModuleTrap(_, var source, _) -> valid(command, source);
        case Command.AssertUnlinkable(_, var source, _) -> valid(command, source);
        case Command.AssertMalformed(_, var source, var message) ->
            refused(command, SuiteCase.of(source, features).malformed(), message);
        case Command.AssertInvalid(_, var source, var message) ->
            refused(command, SuiteCase.of(source, features).invalid(), message);
        case Command.AssertMalformedCustom(_, var source, var message) ->
            refused(command, SuiteCase.of(source, features).error(), message);
        case Command.AssertInvalidCustom(_, var source, var message) ->
            refused(command, SuiteCase.of(source, features).error(), message);
        case Command.Thread(_, _, _, var inner) -> check(inner);
        default -> {}
      }
    }
  }

  private void valid(Command command, ModuleSource source) {
    Optional<Diagnostic> error = SuiteCase.of(source, features).error();
    outcome(
        command,
        error.isEmpty(),
        () -> "a valid module is refused: " + error.map(Diagnostic::message).orElse(""));
  }

  private void refused(Command command, Optional<Diagnostic> error, String expected) {
    String found = error.map(Diagnostic::message).orElse("no such error");
    outcome(command, found.startsWith(expected), () -> "expected " + expected + ", found " + found);
  }

  private void outcome(Command command, boolean holds, Supplier<String> reason) {
    int line = lines.line(command.span().start());
    boolean isExcluded = exclusions.contains(name, line);
    if (isExcluded) {
      excluded++;
      if (holds) {
        failures.add(name + ":" + line + ": excluded, but it holds; strike it off the list");
      }
    } else if (holds) {
      passed++;
    } else {
      failures.add(name + ":" + line + ": " + reason.get());
    }
  }

  List<String> failures() {
    return failures;
  }

  int passed() {
    return passed;
  }

  int excluded() {
    return excluded;
  }
}
