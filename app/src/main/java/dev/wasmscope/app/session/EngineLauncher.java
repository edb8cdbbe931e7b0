package dev.wasmscope.app.session;

import dev.wasmscope.app.analysis.ModuleLoader;
import dev.wasmscope.app.analysis.ModuleText;
import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.debug.Breakpoints;
import dev.wasmscope.engine.debug.DebugSession;
import dev.wasmscope.engine.debug.Program;
import dev.wasmscope.engine.policy.DirectoryGrant;
import dev.wasmscope.engine.policy.Permissions;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.wasi.StandardStreams;
import dev.wasmscope.engine.wasi.Wasi;
import dev.wasmscope.engine.wasi.WasiConfiguration;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes programs with the engine: assembles, validates, grants, and wraps a debug session. */
public final class EngineLauncher implements Launcher {
  private final ModuleLoader loader;

  /** A launcher of what {@code loader} loads. */
  public EngineLauncher(ModuleLoader loader) {
    this.loader = loader;
  }

  @Override
  public Debuggee launch(LaunchRequest request, DebuggeeListener listener) throws LaunchException {
    ModuleText module = load(request);
    Entry entry = Entry.of(module.module(), request.configuration());
    Engine engine = Engine.builder().build();
    ConsoleInput input = new ConsoleInput();
    if (!request.configuration().stdin().isEmpty()) {
      input.feed(request.configuration().stdin().getBytes(StandardCharsets.UTF_8));
      input.end();
    }
    Wasi wasi = wasi(request, input, listener);
    ProgramText text = new ProgramText(request.name(), module);
    Breakpoints breakpoints = new Breakpoints(engine.store(), engine.probes(), text);
    DebugSession session =
        new DebugSession(
            engine.mainThread(), program(engine, module, wasi, entry), breakpoints, text);
    return new EngineDebuggee(
        session,
        module.module(),
        text,
        input,
        listener,
        Recording.of(request, engine, text),
        () -> close(wasi),
        request.configuration().stopAtEntry() && request.mode() == LaunchRequest.Mode.DEBUG);
  }

  private ModuleText load(LaunchRequest request) throws LaunchException {
    try {
      return request.binary() ? loader.ofBinary(request.bytes()) : loader.ofText(request.text());
    } catch (DiagnosticException bad) {
      String remedy = bad.diagnostic().remedy();
      throw new LaunchException(
          Text.of("launch.bad", request.name(), bad.getMessage())
              + (remedy.isEmpty() ? "" : " " + remedy),
          bad);
    }
  }

  private static Wasi wasi(LaunchRequest request, ConsoleInput input, DebuggeeListener listener)
      throws LaunchException {
    RunConfiguration run = request.configuration();
    try {
      List<DirectoryGrant> directories = new ArrayList<>();
      for (String directory : run.directories()) {
        directories.add(DirectoryGrant.parse(directory, DirectoryGrant.Access.READ_WRITE));
      }
      Permissions permissions =
          Permissions.standard().withDirectories(directories).withEnvironment(run.environment());
      return Wasi.open(
          new WasiConfiguration(
              request.name(),
              run.programArguments(),
              permissions,
              new StandardStreams(
                  input,
                  new ConsoleOutput(text -> listener.wrote(text, false)),
                  new ConsoleOutput(text -> listener.wrote(text, true)))));
    } catch (IOException | IllegalArgumentException refused) {
      throw new LaunchException(refused.getMessage(), refused);
    }
  }

  private static void close(Wasi wasi) {
    try {
      wasi.close();
    } catch (IOException lost) {
      System.getLogger(EngineLauncher.class.getName())
          .log(System.Logger.Level.WARNING, "a file of the program could not be closed", lost);
    }
  }

  private static Program program(Engine engine, ModuleText module, Wasi wasi, Entry entry) {
    return new Program() {
      @Override
      public Instance instantiate(WasmThread thread) {
        Imports imports = engine.imports();
        wasi.provide(imports);
        return engine.instantiate(module.module(), module.map(), imports);
      }

      @Override
      public List<Value> run(WasmThread thread, Instance instance) {
        return thread.invoke(
            instance.exportedFunction(entry.export()).orElseThrow(), entry.arguments());
      }
    };
  }
}
