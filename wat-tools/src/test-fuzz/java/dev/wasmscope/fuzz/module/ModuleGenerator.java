package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.Function;
import dev.wasmscope.wasm.module.Global;
import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.module.Table;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.ExternFunc;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TagType;
import dev.wasmscope.wasm.type.ValType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Generates valid modules; the same seed and size give the same module.
 *
 * <p>A module imports one function, {@code (import "host" "mix" (func (param i32) (result i32)))}.
 * It exports as {@code f1}, {@code f2}, … the functions that take and give numbers and vectors
 * only, as {@code m0}, … its memories, as {@code g1}, … its globals of such types, and as {@link
 * #FUEL} a global that every call and every round of a loop takes one from. Without fuel functions
 * return at once: set it before each call, and each call ends. NaNs that arithmetic makes are made
 * canonical, so that two correct engines agree on every bit.
 */
public final class ModuleGenerator {

  /** Name of the exported {@code i32} global that limits how long a call takes. */
  public static final String FUEL = "fuel";

  /** Module and name of the function imported. */
  public static final String HOST_MODULE = "host";

  public static final String HOST_FUNCTION = "mix";

  private static final int FIRST_FUEL = 200;

  private final long seed;
  private final Size size;
  private final Layout layout;
  private final Chance chance;
  private final ModuleBuilder module = new ModuleBuilder();

  private ModuleGenerator(long seed, Size size) {
    this.seed = seed;
    this.size = size;
    layout = new Layout(seed, size);
    chance = new Chance(~seed);
  }

  /** The module of this seed and size. */
  public static Module generate(long seed, Size size) {
    return new ModuleGenerator(seed, size).module();
  }

  private Module module() {
    module.imports.add(
        new Import(HOST_MODULE, HOST_FUNCTION, new ExternFunc(layout.functions.getFirst())));
    for (int i = 1; i < layout.functions.size(); i++) {
      module.functions.add(new Function(layout.functions.get(i), body(i)));
    }
    module.memories.addAll(layout.memories);
    layout.tags.forEach(type -> module.tags.add(new TagType(type)));
    tables();
    globals();
    segments();
    exports();
    names();
    module.types.addAll(layout.types.groups());
    return module.hasDataCount(true).build();
  }

  /** Each body has a chance of its own, so that it stays the same when others go. */
  private ByteSlice body(int function) {
    var body =
        new Body(layout, new Chance(seed * 1_000_003 + function), function, size.instructions());
    new Code(body).function();
    return body.finish();
  }

  private void tables() {
    layout.tables.forEach(
        type -> {
          boolean isWritten = chance.oneIn(3) || !type.element().isDefaultable();
          module.tables.add(
              new Table(type, isWritten ? Optional.of(first(type.element())) : Optional.empty()));
        });
  }

  private void globals() {
    module.globals.add(new Global(layout.globals.getFirst(), constant(b -> b.i32(FIRST_FUEL))));
    for (GlobalType type : layout.globals.subList(1, layout.globals.size())) {
      boolean isSum = type.type() == NumType.I32 && chance.oneIn(2);
      module.globals.add(new Global(type, isSum ? sum() : first(type.type())));
    }
  }

  private ByteSlice sum() {
    return constant(
        body -> {
          body.i32(chance.i32());
          body.i32(chance.i32());
          body.emit(chance.oneIn(2) ? Opcode.I32_ADD : Opcode.I32_MUL);
        });
  }

  private ByteSlice first(ValType type) {
    return constant(body -> new Values(body).of(type));
  }

  private ByteSlice constant(Consumer<Body> code) {
    var body = new Body(layout, chance, 0, 0);
    code.accept(body);
    return body.expression();
  }

  private void segments() {
    for (RefType type : layout.elements) {
      List<ByteSlice> items =
          Collections.nCopies(Layout.ELEMENTS, type).stream().map(this::first).toList();
      module.elements.add(
          new ElementSegment(
              type, new ElementSegment.Expressions(items), new SegmentMode.Passive()));
    }
    List<Integer> functions = IntStream.range(0, layout.functions.size()).boxed().toList();
    module.elements.add(
        new ElementSegment(
            new RefType(false, AbsHeapType.FUNC),
            new ElementSegment.Functions(functions),
            new SegmentMode.Active(Layout.CALLS, constant(body -> body.i32(0)))));
    for (int i = 0; i < layout.data; i++) {
      module.data.add(new DataSegment(bytes(), new SegmentMode.Passive()));
    }
    for (int i = 0; i < layout.memories.size(); i++) {
      NumType address = layout.memories.get(i).address().type();
      int offset = chance.below(2000);
      module.data.add(
          new DataSegment(
              bytes(), new SegmentMode.Active(i, constant(body -> body.address(address, offset)))));
    }
  }

  private ByteSlice bytes() {
    byte[] bytes = new byte[Layout.DATA_SIZE];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) chance.i32();
    }
    return ByteSlice.of(bytes);
  }

  private void exports() {
    export(FUEL, ExternKind.GLOBAL, Layout.FUEL);
    for (int i = 1; i < layout.functions.size(); i++) {
      if (layout.isExported(i)) {
        export("f" + i, ExternKind.FUNC, i);
      }
    }
    for (int i = 0; i < layout.memories.size(); i++) {
      export("m" + i, ExternKind.MEMORY, i);
    }
    for (int i = 1; i < layout.globals.size(); i++) {
      if (TypePool.NUMBERS.contains(layout.globals.get(i).type())) {
        export("g" + i, ExternKind.GLOBAL, i);
      }
    }
  }

  private void export(String name, ExternKind kind, int index) {
    module.exports.add(new Export(name, kind, index));
  }

  private void names() {
    var names = new Names.Builder();
    boolean any = false;
    for (int i = 0; i < layout.functions.size(); i++) {
      if (chance.oneIn(2)) {
        names.put(Names.Space.FUNCTION, i, chance.oneIn(5) ? "names in \"quotes\" " + i : "fn" + i);
        any = true;
      }
    }
    if (any) {
      module.names(names.build());
    }
  }
}
