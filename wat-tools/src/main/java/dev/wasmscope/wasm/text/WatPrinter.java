package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;

/**
 * Prints modules in the text format (specification, chapter 6). Parsing the outcome gives a module
 * with equal bytes, up to choices that the text cannot express (numbers written longer than need
 * be, neighbouring local declarations of one type). The annotation {@code (@datacount)} tells of a
 * data count section that the code does not ask for. A printer serves one module, whole or function
 * by function, and may be kept.
 */
public final class WatPrinter {

  private static final int BYTES_FOR_EACH_BYTE = 8;
  private static final String NAME_SECTION = "name";

  private final IndexSpaces spaces;
  private final PrintNames names;
  private final PrintOptions options;

  private WatPrinter(Module module, PrintOptions options) {
    this.spaces = IndexSpaces.of(module);
    this.options = options;
    names = new PrintNames(module.names(), options);
  }

  /** A printer for {@code module}. */
  public static WatPrinter of(Module module, PrintOptions options) {
    return new WatPrinter(module, options);
  }

  /** Prints a whole module. */
  public static PrintedModule print(Module module, PrintOptions options) {
    return of(module, options).module();
  }

  /** Prints the whole module. */
  public PrintedModule module() {
    long code = spaces.module().functions().stream().mapToLong(f -> f.body().length()).sum();
    var out = new TextBuilder((int) Math.min(code * BYTES_FOR_EACH_BYTE, 1 << 28));
    var map = new TextMap.Builder();
    var functions = new FunctionPrinter(out, map, spaces, names, options);
    var fields = new FieldPrinter(out, map, spaces, names, functions);
    out.add("(module");
    if (names.module() != null) {
      names.module().print(out);
    }
    fields.beforeFunctions();
    for (int i = spaces.importedFunctions(); i < spaces.functions().size(); i++) {
      out.newLine(1);
      functions.function(i, 1);
    }
    fields.afterFunctions();
    if (spaces.module().hasDataCount() && !functions.usesData()) {
      out.newLine(1).add("(@datacount)");
    }
    for (CustomSection section : spaces.module().customs()) {
      if (!(options.names() && section.name().equals(NAME_SECTION))) {
        fields.custom(section);
      }
    }
    out.add(")\n");
    map.define(Definition.Kind.MODULE, 0, 0, out.size());
    return finish(out, map);
  }

  /**
   * Prints one function alone; spans in the map count from the start of its text.
   *
   * @param index index of a function that the module defines
   */
  public PrintedModule function(int index) {
    var out = new TextBuilder(spaces.defined(index).body().length() * BYTES_FOR_EACH_BYTE);
    var map = new TextMap.Builder();
    new FunctionPrinter(out, map, spaces, names, options).function(index, 0);
    out.add('\n');
    return finish(out, map);
  }

  private static PrintedModule finish(TextBuilder out, TextMap.Builder map) {
    byte[] text = out.toBytes();
    return new PrintedModule(ByteSlice.of(text), map.build(text));
  }
}
