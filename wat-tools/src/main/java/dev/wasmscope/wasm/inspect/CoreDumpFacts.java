package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.binary.ByteReader;
import dev.wasmscope.wasm.coredump.CoreDump.CoreFrame;
import dev.wasmscope.wasm.coredump.CoreDump.CoreInstance;
import dev.wasmscope.wasm.coredump.CoreDump.CoreThread;
import dev.wasmscope.wasm.coredump.CoreSections;
import java.util.List;

/** The sections of core dumps (tool conventions, "Coredump"). */
final class CoreDumpFacts {

  private CoreDumpFacts() {}

  static void process(ByteReader in, List<String> lines) {
    lines.add("executable <" + CoreSections.executable(in) + ">");
  }

  static void modules(ByteReader in, List<String> lines) {
    for (String module : CoreSections.modules(in)) {
      lines.add("module[%d] <%s>".formatted(lines.size(), module));
    }
  }

  static void instances(ByteReader in, List<String> lines) {
    for (CoreInstance instance : CoreSections.instances(in)) {
      lines.add(
          "instance[%d] module[%d] memories %s globals %s"
              .formatted(lines.size(), instance.module(), instance.memories(), instance.globals()));
    }
  }

  static void stack(ByteReader in, boolean hasInstances, List<String> lines) {
    CoreThread thread = CoreSections.thread(in, hasInstances);
    lines.add("thread <" + thread.name() + ">");
    for (CoreFrame frame : thread.frames()) {
      lines.add(
          "#%d instance[%d] func[%d] +%d, %d locals, %d operands"
              .formatted(
                  lines.size() - 1,
                  frame.instance(),
                  frame.function(),
                  frame.offset(),
                  frame.locals().size(),
                  frame.operands().size()));
    }
  }
}
