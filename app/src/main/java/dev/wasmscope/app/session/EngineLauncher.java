package dev.wasmscope.app.session;

import dev.wasmscope.app.analysis.ModuleLoader;
import dev.wasmscope.app.analysis.ModuleText;
import dev.wasmscope.app.analysis.TextOffsets;
import dev.wasmscope.app.program.EntryPoint;
import dev.wasmscope.app.program.Launch;
import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.app.program.ProgramOptions;
import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.policy.DirectoryGrant;
import dev.wasmscope.engine.policy.Permissions;
import dev.wasmscope.engine.wasi.StandardStreams;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    ProgramText text = new ProgramText(request.name(), module);
    ConsoleInput input = new ConsoleInput();
    if (!request.configuration().stdin().isEmpty()) {
      input.feed(request.configuration().stdin().getBytes(StandardCharsets.UTF_8));
      input.end();
    }
    Launch launch = prepare(request, module, input, listener);
    return new EngineDebuggee(
        launch.debug(text),
        module.module(),
        text,
        input,
        listener,
        Recording.of(request, launch.engine(), text),
        () -> close(launch),
        request.configuration().stopAtEntry() && request.mode() == LaunchRequest.Mode.DEBUG);
  }

  private ModuleText load(LaunchRequest request) throws LaunchException {
    try {
      return request.binary() ? loader.ofBinary(request.bytes()) : loader.ofText(request.text());
    } catch (DiagnosticException bad) {
      throw refused(request, bad.getMessage(), bad.diagnostic().remedy(), bad);
    }
  }

  private static LaunchException refused(
      LaunchRequest request, String message, String remedy, Throwable cause) {
    String sentence = Text.of("launch.bad", request.name(), message);
    return new LaunchException(remedy.isEmpty() ? sentence : sentence + " " + remedy, cause);
  }

  private static Launch prepare(
      LaunchRequest request, ModuleText module, ConsoleInput input, DebuggeeListener listener)
      throws LaunchException {
    LoadedModule loaded =
        new LoadedModule(
            request.name(),
            TextOffsets.bytes(request.text()),
            module.module(),
            module.map(),
            Optional.of(module.map()),
            List.of());
    try {
      return Launch.of(loaded, options(request, module, input, listener));
    } catch (dev.wasmscope.app.program.LaunchException bad) {
      throw refused(request, bad.getMessage() + ".", bad.remedy(), bad);
    } catch (IllegalArgumentException bad) {
      throw refused(request, bad.getMessage(), "", bad);
    }
  }

  private static ProgramOptions options(
      LaunchRequest request, ModuleText module, ConsoleInput input, DebuggeeListener listener) {
    RunConfiguration run = request.configuration();
    List<DirectoryGrant> directories = new ArrayList<>();
    for (String directory : run.directories()) {
      directories.add(DirectoryGrant.parse(directory, DirectoryGrant.Access.READ_WRITE));
    }
    Permissions permissions =
        Permissions.standard().withDirectories(directories).withEnvironment(run.environment());
    StandardStreams streams =
        new StandardStreams(
            input,
            new ConsoleOutput(text -> listener.wrote(text, false)),
            new ConsoleOutput(text -> listener.wrote(text, true)));
    ProgramOptions options =
        ProgramOptions.DEFAULT.with(run.programArguments(), permissions, streams);
    return entry(run, module).map(name -> options.calling(name, run.arguments())).orElse(options);
  }

  private static Optional<String> entry(RunConfiguration run, ModuleText module) {
    return run.entry().isEmpty()
        ? EntryPoint.natural(EntryPoint.choices(module.module())).map(EntryPoint.Choice::export)
        : Optional.of(run.entry());
  }

  private static void close(Launch launch) {
    try {
      launch.close();
    } catch (IOException lost) {
      System.getLogger(EngineLauncher.class.getName())
          .log(System.Logger.Level.WARNING, "a file of the program could not be closed", lost);
    }
  }
}
