package dev.wasmscope.wasm.coredump;

import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.coredump.CoreDump.CoreThread;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.module.SectionId;
import java.util.function.Consumer;

/** Writes core dumps. */
public final class CoreDumpWriter {

  private CoreDumpWriter() {}

  /** The bytes of a file that holds {@code dump}. */
  public static byte[] write(CoreDump dump) {
    Module image = dump.image();
    ModuleBuilder file = new ModuleBuilder();
    file.memories.addAll(image.memories());
    file.globals.addAll(image.globals());
    file.data.addAll(image.data());
    add(file, CoreSections.PROCESS, out -> CoreSections.executable(out, dump.executable()));
    add(file, CoreSections.MODULES, out -> CoreSections.modules(out, dump.modules()));
    add(file, CoreSections.INSTANCES, out -> CoreSections.instances(out, dump.instances()));
    for (CoreThread thread : dump.threads()) {
      add(file, CoreSections.STACK, out -> CoreSections.thread(out, thread));
    }
    return BinaryWriter.write(file.build());
  }

  private static void add(ModuleBuilder file, String name, Consumer<ByteWriter> contents) {
    ByteWriter out = new ByteWriter();
    contents.accept(out);
    file.customs.add(new CustomSection(name, out.toSlice(), SectionId.CUSTOM));
  }
}
