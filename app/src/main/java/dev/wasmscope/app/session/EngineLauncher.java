package dev.wasmscope.app.session;

import dev.wasmscope.app.analysis.ModuleText;
import dev.wasmscope.app.analysis.TextOffsets;
import dev.wasmscope.app.program.CoreDumpFile;
import dev.wasmscope.app.program.EntryPoint;
import dev.wasmscope.app.program.Launch;
import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.app.program.ProgramOptions;
import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.workspace.Failures;
import dev.wasmscope.engine.debug.PostMortem;
import dev.wasmscope.engine.policy.DirectoryGrant;
import dev.wasmscope.engine.policy.Permissions;
import dev.wasmscope.engine.wasi.StandardStreams;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes programs with the engine: assembles, validates, grants, and wraps a debug session. */
public final class EngineLauncher implements Launcher {

  /** The console shows every line at once, so programs are to write it at once. */
  private static final Set<Integer> CONSOLE_IS_TERMINAL = Set.of(0, 1, 2);

  @Override
  public Debuggee launch(LaunchRequest request, DebuggeeListener listener) throws LaunchException {
    LoadedModule loaded = load(request);
    ModuleText module = ModuleText.of(loaded);
    ProgramText text = new ProgramText(request.name(), module);
    if (request.coreDump().isPresent()) {
      PostMortem dump = open(request, request.coreDump().get(), module);
      return new CoreDumpDebuggee(dump, text, listener);
    }
    ConsoleInput input = new ConsoleInput();
    if (!request.configuration().stdin().isEmpty()) {
      input.feed(request.configuration().stdin().getBytes(StandardCharsets.UTF_8));
      input.end();
    }
    Launch launch = prepare(request, loaded, input, listener);
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

  private static PostMortem open(LaunchRequest request, ByteSlice dump, ModuleText module)
      throws LaunchException {
    boolean hasCode = !CoreDumpFile.isCoreDump(module.module());
    try {
      return CoreDumpFile.open(
          dump.toBytes(), hasCode ? Optional.of(module.module()) : Optional.empty());
    } catch (dev.wasmscope.app.program.LaunchException bad) {
      throw refused(request, bad.getMessage() + ".", bad.remedy(), bad);
    }
  }

  private static LoadedModule load(LaunchRequest request) throws LaunchException {
    byte[] input = request.binary() ? request.bytes().toBytes() : TextOffsets.bytes(request.text());
    return valid(request, request.name(), input);
  }

  private static LoadedModule valid(LaunchRequest request, String name, byte[] input)
      throws LaunchException {
    try {
      return LoadedModule.load(name, input, request.features()).valid();
    } catch (DiagnosticException bad) {
      throw refused(request, bad.getMessage(), bad.diagnostic().remedy(), bad);
    }
  }

  private static LaunchException refused(
      LaunchRequest request, String message, String remedy, Throwable cause) {
    String sentence = Text.of("launch.bad", request.name(), message);
    return new LaunchException(remedy.isEmpty() ? sentence : sentence + "\n" + remedy, cause);
  }

  private static Launch prepare(
      LaunchRequest request, LoadedModule loaded, ConsoleInput input, DebuggeeListener listener)
      throws LaunchException {
    try {
      return Launch.of(loaded, options(request, loaded, input, listener));
    } catch (dev.wasmscope.app.program.LaunchException bad) {
      throw refused(request, bad.getMessage() + ".", bad.remedy(), bad);
    } catch (IllegalArgumentException bad) {
      throw refused(request, bad.getMessage(), "", bad);
    }
  }

  private static ProgramOptions options(
      LaunchRequest request, LoadedModule module, ConsoleInput input, DebuggeeListener listener)
      throws LaunchException {
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
            new ConsoleOutput(text -> listener.wrote(text, true)),
            CONSOLE_IS_TERMINAL);
    ProgramOptions options =
        ProgramOptions.DEFAULT
            .with(run.programArguments(), permissions, streams)
            .linking(links(request), run.stubImports(), listener::remarked);
    return entry(run, module).map(name -> options.calling(name, run.arguments())).orElse(options);
  }

  private static Map<String, LoadedModule> links(LaunchRequest request) throws LaunchException {
    Map<String, LoadedModule> links = new LinkedHashMap<>();
    for (String link : request.configuration().links()) {
      int equals = link.indexOf('=');
      Path file = request.folder().orElse(Path.of("")).resolve(link.substring(equals + 1).strip());
      try {
        links.put(
            link.substring(0, equals).strip(),
            valid(request, String.valueOf(file.getFileName()), Files.readAllBytes(file)));
      } catch (IOException unreadable) {
        throw refused(request, Failures.sentence(unreadable), "", unreadable);
      }
    }
    return links;
  }

  private static Optional<String> entry(RunConfiguration run, LoadedModule module) {
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
