package dev.wasmscope.app.cli;

import dev.wasmscope.app.config.Configuration;
import dev.wasmscope.app.program.CoreDumpFile;
import dev.wasmscope.app.program.Launch;
import dev.wasmscope.app.program.LaunchException;
import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.debug.ProgramEnd;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.wasi.StandardStreams;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A program as the command line describes it, ready to run once. */
final class CommandLineProgram implements AutoCloseable {
  private final InputFile file;
  private final LoadedModule module;
  private final Launch launch;
  private final Configuration configuration;

  private CommandLineProgram(
      InputFile file, LoadedModule module, Launch launch, Configuration configuration) {
    this.configuration = configuration;
    this.file = file;
    this.module = module;
    this.launch = launch;
  }

  /**
   * Reads the module and the configuration; nothing of the program runs yet.
   *
   * @param streams what the program reads and writes
   */
  static CommandLineProgram of(RunOptions options, Terminal terminal, StandardStreams streams) {
    Configuration configuration = ConfigFiles.read(options.configurations(), terminal.err());
    InputFile file = InputFile.read(options.file(), terminal);
    LoadedModule module = file.validModule(options.features());
    if (CoreDumpFile.isCoreDump(module.module())) {
      throw new BadInputException(
          file.name() + ": is a core dump and cannot run",
          "Look at it with: wasmscope debug " + file.name() + " --module MODULE");
    }
    try {
      return new CommandLineProgram(
          file,
          module,
          Launch.of(module, options.programOptions(configuration, streams, terminal)),
          configuration);
    } catch (LaunchException e) {
      throw new BadInputException(file.name() + ": " + e.getMessage(), e.remedy());
    }
  }

  /** The file's name as the user gave it. */
  String name() {
    return file.name();
  }

  Configuration configuration() {
    return configuration;
  }

  LoadedModule module() {
    return module;
  }

  Launch launch() {
    return launch;
  }

  /** Runs the program to its end on the calling thread. */
  ProgramResult run() {
    WasmThread thread = launch.engine().mainThread();
    AtomicReference<DiagnosticException> refused = new AtomicReference<>();
    Outcome outcome = ProgramEnd.of(() -> run(thread, refused));
    if (refused.get() != null) {
      throw new InvalidInputException(file, List.of(refused.get().diagnostic()));
    }
    return result(outcome);
  }

  /** An outcome in words. */
  ProgramResult result(Outcome outcome) {
    return ProgramResult.of(outcome, file, module, launch::describe);
  }

  private List<Value> run(WasmThread thread, AtomicReference<DiagnosticException> refused) {
    Instance instance;
    try {
      instance = launch.instantiate(thread);
    } catch (DiagnosticException e) {
      refused.set(e);
      throw e;
    }
    return launch.run(thread, instance);
  }

  @Override
  public void close() {
    try {
      launch.close();
    } catch (IOException e) {
      throw new BadInputException(
          "a file of the program could not be closed (" + e.getMessage() + ")", "");
    }
  }
}
