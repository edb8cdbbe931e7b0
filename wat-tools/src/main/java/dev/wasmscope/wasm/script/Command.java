package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One command of a script. Names of modules are identifiers without the dollar sign; an absent one
 * means the latest instance.
 */
public sealed interface Command {

  /** The bytes of the script from parenthesis to parenthesis. */
  Span span();

  /**
   * {@code (module …)}: binds a definition and an instance of it, the latest of both.
   *
   * @param name binds both under this name too
   */
  record Module(Span span, Optional<String> name, ModuleSource source) implements Command {}

  /** {@code (module definition …)}: binds a definition alone and allocates nothing. */
  record ModuleDefinition(Span span, Optional<String> name, ModuleSource source)
      implements Command {}

  /**
   * {@code (module instance $instance $definition)}: one more instance of a definition.
   *
   * @param definition absent for the latest definition
   */
  record ModuleInstance(Span span, Optional<String> name, Optional<String> definition)
      implements Command {}

  /** {@code (register "as" $module)}: offers an instance's exports to later imports. */
  record Register(Span span, String as, Optional<String> module) implements Command {}

  /** An action whose results nobody looks at; it must not trap. */
  record Perform(Span span, Action action) implements Command {}

  /** {@code (assert_return …)}: the action ends with results that match, one pattern for each. */
  record AssertReturn(Span span, Action action, List<Pattern> results) implements Command {

    public AssertReturn {
      results = List.copyOf(results);
    }
  }

  /** {@code (assert_trap …)} around an action. */
  record AssertTrap(Span span, Action action, String message) implements Command {}

  /** {@code (assert_trap …)} around a module whose instantiation traps. */
  record AssertModuleTrap(Span span, ModuleSource module, String message) implements Command {}

  /** {@code (assert_exhaustion …)}: the action runs out of a resource. */
  record AssertExhaustion(Span span, Action action, String message) implements Command {}

  /** {@code (assert_exception …)}: the action ends with an exception nobody caught. */
  record AssertException(Span span, Action action) implements Command {}

  /** {@code (assert_invalid …)}: the module is well-formed, and not valid. */
  record AssertInvalid(Span span, ModuleSource module, String message) implements Command {}

  /** {@code (assert_malformed …)}: the module cannot be read. */
  record AssertMalformed(Span span, ModuleSource module, String message) implements Command {}

  /** {@code (assert_invalid_custom …)}: a custom section of the module is not valid. */
  record AssertInvalidCustom(Span span, ModuleSource module, String message) implements Command {}

  /** {@code (assert_malformed_custom …)}: an annotation or custom section cannot be read. */
  record AssertMalformedCustom(Span span, ModuleSource module, String message) implements Command {}

  /** {@code (assert_unlinkable …)}: the module's imports cannot be satisfied. */
  record AssertUnlinkable(Span span, ModuleSource module, String message) implements Command {}

  /**
   * {@code (thread $name (shared (module $m)) …)}: runs commands beside the script, in name spaces
   * of their own.
   *
   * @param shared modules of the script that the commands can name
   */
  @SuppressWarnings("AvoidCommonTypeNames") // the script\'s own keyword
  record Thread(Span span, String name, List<String> shared, List<Command> commands)
      implements Command {

    public Thread {
      shared = List.copyOf(shared);
      commands = List.copyOf(commands);
    }
  }

  /** {@code (wait $name)}: until the commands of a thread have ended. */
  record Wait(Span span, String name) implements Command {}
}
