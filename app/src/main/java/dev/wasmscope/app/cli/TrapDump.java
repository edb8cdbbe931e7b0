package dev.wasmscope.app.cli;

import dev.wasmscope.app.program.Launch;
import dev.wasmscope.engine.debug.CoreDumper;
import dev.wasmscope.engine.probe.ExecutionListener;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.wasm.coredump.CoreDump;
import dev.wasmscope.wasm.coredump.CoreDumpWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** The core dump of a program's first trap, if one is wanted. */
final class TrapDump implements ExecutionListener {
  private final String executable;
  private final Path file;
  private final AtomicReference<CoreDump> dump = new AtomicReference<>();

  /** With no {@code file}, does nothing. */
  TrapDump(Launch launch, Path file) {
    this.executable = launch.module().name();
    this.file = file;
    if (file != null) {
      launch.engine().probes().addObserver(this);
    }
  }

  @Override
  public void trapped(FrameView frame, Trap trap) {
    if (dump.get() == null) {
      dump.compareAndSet(null, CoreDumper.of(executable, frame.thread()));
    }
  }

  /** Writes the core dump if there was a trap. */
  void write(PrintStream err) {
    if (dump.get() == null) {
      return;
    }
    try {
      Files.write(file, CoreDumpWriter.write(dump.get()));
      err.println("Wrote " + file + "; see it with: wasmscope debug " + file + " --module MODULE");
    } catch (IOException e) {
      throw new BadInputException(
          file + ": cannot be written (" + e.getMessage() + ")",
          "Choose another file with --coredump-on-trap.");
    }
  }
}
