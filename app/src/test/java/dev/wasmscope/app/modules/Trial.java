package dev.wasmscope.app.modules;

import dev.wasmscope.app.modules.Guest.Failure;
import dev.wasmscope.app.program.EntryPoint;
import dev.wasmscope.app.program.Launch;
import dev.wasmscope.app.program.LaunchException;
import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.app.program.ProgramOptions;
import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.debug.ProgramEnd;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a module gets: a command runs, and does its errand where it has one; of another module,
 * what its host would call first is called, with stubs in the place of that host.
 *
 * @param ran whether it got there
 * @param remark how far it got
 */
record Trial(boolean ran, String remark) {

  /** What hosts call first: WASI's, Emscripten's. */
  private static final List<String> INITIALIZERS = List.of("_initialize", "__wasm_call_ctors");

  /** Tries a runnable module; commands may use {@code folder}, which is empty. */
  static Trial of(LoadedModule module, Path folder) {
    List<EntryPoint.Choice> choices = EntryPoint.choices(module.module());
    try {
      return choices.stream().anyMatch(choice -> choice.export().equals(EntryPoint.START))
          ? command(new Guest(module, folder))
          : reactor(module, choices);
    } catch (Failure | LaunchException | IOException e) {
      return new Trial(false, String.valueOf(e.getMessage()));
    }
  }

  private static Trial command(Guest guest) throws Failure, IOException {
    Optional<Errands.Errand> errand = Errands.of(guest.module().name());
    if (errand.isPresent()) {
      return new Trial(true, errand.get().run(guest));
    }
    guest.run(new byte[0]);
    return new Trial(true, "ran without arguments");
  }

  private static Trial reactor(LoadedModule module, List<EntryPoint.Choice> choices)
      throws LaunchException, IOException {
    Optional<String> initializer = initializer(choices);
    Optional<String> entry =
        initializer.or(() -> EntryPoint.natural(choices).map(EntryPoint.Choice::export));
    if (entry.isEmpty()) {
      return new Trial(false, "exports no function");
    }
    ProgramOptions options = ProgramOptions.DEFAULT.linking(Map.of(), true, _ -> {});
    try (Launch launch = Launch.of(module, options.calling(entry.get(), List.of()))) {
      Outcome outcome = ProgramEnd.of(() -> begin(launch, initializer));
      return outcome instanceof Outcome.Returned
          ? new Trial(true, initializer.map(name -> "called " + name).orElse("instantiated"))
          : new Trial(false, Guest.describe(outcome));
    }
  }

  private static List<dev.wasmscope.engine.runtime.Value> begin(
      Launch launch, Optional<String> initializer) {
    WasmThread thread = launch.engine().mainThread();
    Instance instance = launch.instantiate(thread);
    return initializer
        .flatMap(instance::exportedFunction)
        .map(function -> thread.invoke(function, List.of()))
        .orElse(List.of());
  }

  private static Optional<String> initializer(List<EntryPoint.Choice> choices) {
    List<String> exports = choices.stream().map(EntryPoint.Choice::export).toList();
    return INITIALIZERS.stream().filter(exports::contains).findFirst();
  }
}
