package dev.wasmscope.engine.script;

import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Carrier;
import dev.wasmscope.engine.runtime.Extern;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.tier.Gear;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.script.Action;
import dev.wasmscope.wasm.script.Command;
import dev.wasmscope.wasm.script.ModuleSource;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the commands of a script, or of one of its threads, in their order. */
final class ScriptThread {

  private final Store store;
  private final Gear gear;
  private final FeatureSet features;
  private final Tally tally;
  private final Map<String, Extern> spectest;
  private final WasmThread wasm;
  private final NameSpaces names = new NameSpaces();
  private final Map<String, Thread> threads = new HashMap<>();

  ScriptThread(Store store, Gear gear, FeatureSet features, Tally tally) {
    this(store, gear, features, tally, Spectest.exports(store), "main");
  }

  private ScriptThread(
      Store store,
      Gear gear,
      FeatureSet features,
      Tally tally,
      Map<String, Extern> spectest,
      String name) {
    this.store = store;
    this.gear = gear;
    this.features = features;
    this.tally = tally;
    this.spectest = spectest;
    this.wasm = gear.newThread(name);
  }

  void run(List<Command> commands) {
    for (Command command : commands) {
      try {
        if (execute(command)) {
          tally.passed(command.span());
        }
      } catch (ScriptFault | Trap | WasmException | DiagnosticException e) {
        tally.failed(command.span(), e.getMessage());
      } catch (RuntimeException | Error e) {
        tally.failed(command.span(), "unexpected " + e + " at " + origin(e));
      }
    }
  }

  private static String origin(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }

  /** Executes a command; whether it is an assertion, which holds then. */
  private boolean execute(Command command) {
    switch (command) {
      case Command.Module(var _, var name, var source) -> {
        CompiledModule.Valid definition = define(name, source);
        names.bind(name, instantiate(definition));
      }
      case Command.ModuleDefinition(var _, var name, var source) -> define(name, source);
      case Command.ModuleInstance(var _, var name, var definition) ->
          names.bind(name, instantiate(names.definition(definition)));
      case Command.Register(var _, var as, var module) ->
          names.register(as, names.instance(module));
      case Command.Perform(var _, var action) -> perform(action);
      case Command.Thread thread -> start(thread);
      case Command.Wait(var _, var name) -> await(name);
      default -> {
        check(command);
        return true;
      }
    }
    return false;
  }

  private void check(Command command) {
    switch (command) {
      case Command.AssertReturn(var _, var action, var results) -> {
        List<Value> found = perform(action);
        if (!Patterns.match(found, results)) {
          throw new ScriptFault("expected " + results + ", found " + found);
        }
      }
      case Command.AssertTrap(var _, var action, var message) ->
          Expected.trap(message, () -> perform(action));
      case Command.AssertExhaustion(var _, var action, var message) ->
          Expected.trap(message, () -> perform(action));
      case Command.AssertModuleTrap(var _, var module, var message) ->
          Expected.trap(message, () -> instantiate(define(Optional.empty(), module)));
      case Command.AssertException(var _, var action) -> Expected.exception(() -> perform(action));
      case Command.AssertUnlinkable(var _, var module, var message) -> {
        CompiledModule.Valid definition = define(Optional.empty(), module);
        Expected.unlinkable(message, () -> instantiate(definition));
      }
      case Command.AssertInvalid(var _, var module, var message) ->
          Expected.invalid(message, CompiledModule.of(module, features));
      case Command.AssertMalformed(var _, var module, var message) ->
          Expected.malformed(message, CompiledModule.of(module, features));
      case Command.AssertInvalidCustom(var _, var module, var message) ->
          Expected.refused(message, CompiledModule.of(module, features));
      case Command.AssertMalformedCustom(var _, var module, var message) ->
          Expected.refused(message, CompiledModule.of(module, features));
      default -> throw new IllegalStateException("not an assertion: " + command);
    }
  }

  private CompiledModule.Valid define(Optional<String> name, ModuleSource source) {
    return switch (CompiledModule.of(source, features)) {
      case CompiledModule.Valid valid -> {
        names.define(name, valid);
        yield valid;
      }
      case CompiledModule.Malformed(var diagnostic) ->
          throw new ScriptFault("malformed module: " + diagnostic.message());
      case CompiledModule.Invalid(var diagnostic) ->
          throw new ScriptFault("invalid module: " + diagnostic.message());
    };
  }

  private Instance instantiate(CompiledModule.Valid definition) {
    return new Linker(store, wasm)
        .instantiate(definition.module(), definition.spans(), names.imports(store, spectest));
  }

  private List<Value> perform(Action action) {
    Instance instance = names.instance(action.module());
    Extern export =
        instance
            .export(action.export())
            .orElseThrow(() -> new ScriptFault("nothing is exported as " + action.export()));
    return switch (action) {
      case Action.Get _ when export instanceof GlobalInstance global -> List.of(global.get());
      case Action.Invoke invoke when export instanceof FunctionInstance function ->
          wasm.invoke(function, invoke.arguments().stream().map(Literals::value).toList());
      default -> throw new ScriptFault(action.export() + " is of another kind");
    };
  }

  private void start(Command.Thread command) {
    ScriptThread thread = new ScriptThread(store, gear, features, tally, spectest, command.name());
    for (String shared : command.shared()) {
      thread.names.bind(Optional.of(shared), names.instance(Optional.of(shared)));
    }
    Thread carrier =
        new Carrier(command.name(), Carrier.STACK, () -> thread.run(command.commands()));
    threads.put(command.name(), carrier);
    carrier.start();
  }

  private void await(String name) {
    Thread thread = threads.get(name);
    if (thread == null) {
      throw new ScriptFault("there is no thread " + name);
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScriptFault("interrupted while waiting for thread " + name);
    }
  }
}
