package dev.wasmscope.wasm.coredump;

import dev.wasmscope.wasm.binary.ByteReader;
import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.coredump.CoreDump.CoreFrame;
import dev.wasmscope.wasm.coredump.CoreDump.CoreInstance;
import dev.wasmscope.wasm.coredump.CoreDump.CoreThread;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.NumType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The contents of the custom sections of a core dump, read and written (Coredump.md). */
public final class CoreSections {

  /** The name of the section that says what was run. */
  public static final String PROCESS = "core";

  /** The name of the section that lists the modules. */
  public static final String MODULES = "coremodules";

  /** The name of the section that lists the instances. */
  public static final String INSTANCES = "coreinstances";

  /** The name of the section of a thread. */
  public static final String STACK = "corestack";

  private static final int MISSING = 0x01;

  private CoreSections() {}

  /** What was run. */
  public static String executable(ByteReader in) {
    zero(in);
    return in.name();
  }

  static void executable(ByteWriter out, String name) {
    out.u8(0).name(name);
  }

  /** The names of the modules. */
  public static List<String> modules(ByteReader in) {
    return vector(in, CoreSections::executable);
  }

  static void modules(ByteWriter out, List<String> names) {
    vector(out, names, CoreSections::executable);
  }

  /** The instances. */
  public static List<CoreInstance> instances(ByteReader in) {
    return vector(
        in,
        r -> {
          zero(r);
          return new CoreInstance(
              index(r), vector(r, CoreSections::index), vector(r, CoreSections::index));
        });
  }

  static void instances(ByteWriter out, List<CoreInstance> instances) {
    vector(
        out,
        instances,
        (w, instance) -> {
          w.u8(0).u32(instance.module());
          vector(w, instance.memories(), ByteWriter::u32);
          vector(w, instance.globals(), ByteWriter::u32);
        });
  }

  /**
   * A thread.
   *
   * @param hasInstances whether frames name their instance; in dumps of the convention's first
   *     version, which has no instances, they do not
   */
  public static CoreThread thread(ByteReader in, boolean hasInstances) {
    zero(in);
    return new CoreThread(in.name(), vector(in, r -> frame(r, hasInstances)));
  }

  static void thread(ByteWriter out, CoreThread thread) {
    out.u8(0).name(thread.name());
    vector(out, thread.frames(), CoreSections::frame);
  }

  private static CoreFrame frame(ByteReader in, boolean hasInstance) {
    zero(in);
    return new CoreFrame(
        hasInstance ? index(in) : 0,
        index(in),
        index(in),
        vector(in, CoreSections::value),
        vector(in, CoreSections::value));
  }

  private static void frame(ByteWriter out, CoreFrame frame) {
    out.u8(0).u32(frame.instance()).u32(frame.function()).u32(frame.offset());
    vector(out, frame.locals(), CoreSections::value);
    vector(out, frame.operands(), CoreSections::value);
  }

  private static CoreValue value(ByteReader in) {
    int start = in.position();
    int code = in.u8();
    if (code == MISSING) {
      return CoreValue.MISSING;
    }
    for (NumType type : NumType.values()) {
      if ((type.code() & 0x7f) == code) {
        return new CoreValue.Number(type, bits(in, type));
      }
    }
    throw in.error(
        DiagnosticCode.VALUE_TYPE,
        start,
        "expected 01, 7c, 7d, 7e or 7f, found %02x".formatted(code));
  }

  private static long bits(ByteReader in, NumType type) {
    return switch (type) {
      case I32 -> in.s32();
      case I64 -> in.s64();
      case F32 -> in.i32() & 0xffff_ffffL;
      case F64 -> in.i64();
    };
  }

  private static void value(ByteWriter out, CoreValue value) {
    if (!(value instanceof CoreValue.Number(NumType type, long bits))) {
      out.u8(MISSING);
      return;
    }
    out.u8(type.code() & 0x7f);
    switch (type) {
      case I32, I64 -> out.signed(bits);
      case F32 -> out.i32((int) bits);
      case F64 -> out.i64(bits);
    }
  }

  private static void zero(ByteReader in) {
    int start = in.position();
    int found = in.u8();
    if (found != 0) {
      throw in.error(DiagnosticCode.ZERO_BYTE, start, "found %02x".formatted(found));
    }
  }

  private static int index(ByteReader in) {
    int start = in.position();
    int index = in.u32();
    if (index < 0) {
      throw in.error(DiagnosticCode.INTEGER_TOO_LARGE, start, "no index is as large as that");
    }
    return index;
  }

  private static <T> List<T> vector(ByteReader in, Function<ByteReader, T> element) {
    int count = in.length();
    List<T> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(element.apply(in));
    }
    return all;
  }

  private static <T> void vector(
      ByteWriter out, List<T> elements, BiConsumer<ByteWriter, T> element) {
    out.u32(elements.size());
    elements.forEach(each -> element.accept(out, each));
  }
}
