package dev.wasmscope.app.program;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.debug.PostMortem;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.coredump.CoreDump;
import dev.wasmscope.wasm.coredump.CoreDumpReader;
import dev.wasmscope.wasm.coredump.CoreSections;
import dev.wasmscope.wasm.inspect.SectionTable;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.util.Optional;

/** Opens core dumps, to be looked at. */
public final class CoreDumpFile {

  private CoreDumpFile() {}

  /** Whether a module that was read is a core dump. */
  public static boolean isCoreDump(Module file) {
    return CoreDumpReader.isCoreDump(file);
  }

  /**
   * The file name of the module whose code a core dump's innermost frame executes, which may be
   * empty; nothing if {@code file} is no core dump. Looks at headers of sections first: it is quick
   * to say so of a large module.
   */
  public static Optional<String> moduleName(byte[] file) {
    try {
      boolean hasStack =
          SectionTable.of(file).stream().anyMatch(s -> s.name().equals(CoreSections.STACK));
      if (!hasStack) {
        return Optional.empty();
      }
      CoreDump dump = CoreDumpReader.read(BinaryReader.readOutline(file, FeatureSet.ALL).module());
      String name =
          dump.threads().stream()
              .flatMap(thread -> thread.frames().stream().limit(1))
              .findFirst()
              .map(frame -> dump.modules().get(dump.instances().get(frame.instance()).module()))
              .orElse("");
      return Optional.of(name.substring(name.lastIndexOf('/') + 1));
    } catch (DiagnosticException _) {
      return Optional.empty();
    }
  }

  /** The program that the core dump in {@code file} shows, see the other method of this name. */
  public static PostMortem open(byte[] file, Optional<Module> code) throws LaunchException {
    try {
      BinaryModule read = BinaryReader.readOutline(file, FeatureSet.ALL);
      return open(read.module(), read.spans(), code, StoreLimits.DEFAULT);
    } catch (DiagnosticException wrong) {
      throw refused(wrong.getMessage());
    }
  }

  /**
   * The program that a core dump shows.
   *
   * @param code the module that was run, if it is at hand
   * @throws LaunchException if the dump is wrong or shows nothing, with the reason
   */
  public static PostMortem open(Module file, Spans spans, Optional<Module> code, StoreLimits limits)
      throws LaunchException {
    try {
      CoreDump dump = CoreDumpReader.read(file);
      check(dump.image(), spans);
      Engine engine = Engine.builder().limits(limits).build();
      Instance image = engine.instantiate(dump.image(), spans, engine.imports());
      Module known = code.orElseGet(() -> new ModuleBuilder().build());
      return new PostMortem(dump, image, IndexSpaces.of(known));
    } catch (DiagnosticException wrong) {
      throw refused(wrong.getMessage());
    } catch (Trap | IllegalArgumentException wrong) {
      throw refused(wrong.getMessage());
    } catch (OutOfMemoryError _) {
      throw refused("this machine has no memory left for it");
    }
  }

  /** The reader has seen a whole module: without its code, other rules may be broken. */
  private static void check(Module image, Spans spans) {
    for (Diagnostic found : ModuleValidator.validate(image, FeatureSet.ALL, spans)) {
      if (found.severity() == Severity.ERROR) {
        throw new DiagnosticException(found);
      }
    }
  }

  private static LaunchException refused(String why) {
    return new LaunchException(
        "the core dump cannot be shown: " + why,
        "See what is in it with: wasmscope objdump -x FILE. Its format is described in"
            + " docs/formats/core-dump.md");
  }
}
