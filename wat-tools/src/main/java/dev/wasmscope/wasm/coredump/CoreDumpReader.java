package dev.wasmscope.wasm.coredump;

import dev.wasmscope.wasm.binary.ByteReader;
import dev.wasmscope.wasm.coredump.CoreDump.CoreFrame;
import dev.wasmscope.wasm.coredump.CoreDump.CoreInstance;
import dev.wasmscope.wasm.coredump.CoreDump.CoreThread;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads core dumps; what is wrong with one ends in a {@link DiagnosticException}. */
public final class CoreDumpReader {

  private final Module file;

  private CoreDumpReader(Module file) {
    this.file = file;
  }

  /** Whether a file in the binary format is a core dump: it has the stack of a thread. */
  public static boolean isCoreDump(Module file) {
    return file.customs().stream().anyMatch(s -> s.name().equals(CoreSections.STACK));
  }

  /** The core dump in a file for which {@link #isCoreDump} holds. */
  public static CoreDump read(Module file) {
    return new CoreDumpReader(file).dump();
  }

  private CoreDump dump() {
    if (!file.imports().isEmpty()) {
      throw error(DiagnosticCode.UNKNOWN_IMPORT, 0, "a core dump imports nothing");
    }
    String executable =
        only(CoreSections.PROCESS).map(s -> CoreSections.executable(in(s))).orElse("");
    Optional<CustomSection> instanceSection = only(CoreSections.INSTANCES);
    List<String> modules =
        only(CoreSections.MODULES)
            .map(s -> CoreSections.modules(in(s)))
            .orElse(List.of(executable));
    List<CoreInstance> instances =
        instanceSection
            .map(s -> CoreSections.instances(in(s)))
            .orElse(List.of(new CoreInstance(0, all(file.memories()), all(file.globals()))));
    instanceSection.ifPresent(s -> check(s, instances, modules.size()));
    return new CoreDump(
        executable, modules, instances, threads(instanceSection.isPresent(), instances), image());
  }

  private List<CoreThread> threads(boolean hasInstances, List<CoreInstance> instances) {
    List<CoreThread> threads = new ArrayList<>();
    for (CustomSection section : file.customs()) {
      if (section.name().equals(CoreSections.STACK)) {
        CoreThread thread = CoreSections.thread(in(section), hasInstances);
        for (CoreFrame frame : thread.frames()) {
          checkIndex(section, DiagnosticCode.UNKNOWN_INSTANCE, frame.instance(), instances.size());
        }
        threads.add(thread);
      }
    }
    return threads;
  }

  private void check(CustomSection section, List<CoreInstance> instances, int modules) {
    for (CoreInstance instance : instances) {
      checkIndex(section, DiagnosticCode.UNKNOWN_MODULE, instance.module(), modules);
      for (int memory : instance.memories()) {
        checkIndex(section, DiagnosticCode.UNKNOWN_MEMORY, memory, file.memories().size());
      }
      for (int global : instance.globals()) {
        checkIndex(section, DiagnosticCode.UNKNOWN_GLOBAL, global, file.globals().size());
      }
    }
  }

  private static void checkIndex(CustomSection section, DiagnosticCode code, int index, int count) {
    if (Integer.compareUnsigned(index, count) >= 0) {
      throw error(
          code,
          section.contents().offset(),
          "%s in section \"%s\"; there are %d"
              .formatted(Integer.toUnsignedString(index), section.name(), count));
    }
  }

  /** Nothing that could be executed, so that nobody who shows a dump executes anything of it. */
  private Module image() {
    ModuleBuilder image = new ModuleBuilder().names(file.names());
    image.memories.addAll(file.memories());
    image.globals.addAll(file.globals());
    image.data.addAll(file.data());
    return image.build();
  }

  private Optional<CustomSection> only(String name) {
    List<CustomSection> found =
        file.customs().stream().filter(section -> section.name().equals(name)).toList();
    if (found.size() > 1) {
      throw error(
          DiagnosticCode.SECTION_ORDER,
          found.get(1).contents().offset(),
          "a core dump has one section \"%s\"".formatted(name));
    }
    return found.stream().findFirst();
  }

  private static List<Integer> all(List<?> things) {
    return IntStream.range(0, things.size()).boxed().toList();
  }

  private static ByteReader in(CustomSection section) {
    return new ByteReader(section.contents());
  }

  private static DiagnosticException error(DiagnosticCode code, int offset, String detail) {
    return new DiagnosticException(Diagnostic.error(code, Span.at(offset), detail));
  }
}
