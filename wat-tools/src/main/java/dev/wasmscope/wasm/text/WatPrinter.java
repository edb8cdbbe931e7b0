package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Prints modules in the text format (specification, chapter 6). Parsing the outcome gives a module
 * with equal bytes, up to choices that the text cannot express (numbers written longer than need
 * be, neighbouring local declarations of one type). The annotation {@code (@datacount)} tells of a
 * data count section that the code does not ask for. A printer serves one module, whole or function
 * by function, and may be kept.
 */
public final class WatPrinter {

  private static final int FUNCTIONS_IN_RUN = 8;

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

  /**
   * Prints a whole module to a stream, a part at a time and on all processors: however long the
   * text, little of it is in memory.
   *
   * @throws IOException if {@code out} throws it
   */
  public static void print(Module module, PrintOptions options, OutputStream out)
      throws IOException {
    try {
      of(module, options).module(out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Prints the whole module. */
  public PrintedModule module() {
    var out = new TextBuilder();
    var map = new TextMap.Builder();
    var functions = new FunctionPrinter(out, map, spaces, names, options);
    var fields = new FieldPrinter(out, map, spaces, names, functions);
    beforeFunctions(out, fields);
    functions(functions, out, spaces.importedFunctions(), spaces.functions().size());
    afterFunctions(out, fields, functions.usesData());
    map.define(Definition.Kind.MODULE, 0, 0, out.size());
    return finish(out, map);
  }

  private void module(OutputStream to) throws IOException {
    var out = TextBuilder.streaming(to);
    var fields = new FieldPrinter(out, SpanListener.NONE, spaces, names, functions(out));
    beforeFunctions(out, fields);
    out.flush(to);
    var runs =
        new OrderedRuns<Run>(
            spaces.importedFunctions(), spaces.functions().size(), FUNCTIONS_IN_RUN);
    Queue<byte[]> blocks = new ConcurrentLinkedQueue<>();
    var usesData = new AtomicBoolean();
    runs.forEach(
        (first, last) -> run(new TextBuilder(blocks), first, last),
        run -> {
          usesData.compareAndSet(false, run.usesData());
          run.text().flush(to);
        });
    afterFunctions(out, fields, usesData.get());
    out.flush(to);
  }

  /** The text of neighbouring functions, and whether one of them names a data segment. */
  private record Run(TextBuilder text, boolean usesData) {}

  private Run run(TextBuilder out, int first, int last) {
    FunctionPrinter printer = functions(out);
    functions(printer, out, first, last);
    return new Run(out, printer.usesData());
  }

  private FunctionPrinter functions(TextBuilder out) {
    return new FunctionPrinter(out, SpanListener.NONE, spaces, names, options);
  }

  private static void functions(FunctionPrinter printer, TextBuilder out, int first, int last) {
    for (int i = first; i < last; i++) {
      out.newLine(1);
      printer.function(i, 1);
    }
  }

  private void beforeFunctions(TextBuilder out, FieldPrinter fields) {
    out.add("(module");
    if (names.module() != null) {
      names.module().print(out);
    }
    fields.beforeFunctions();
  }

  private void afterFunctions(TextBuilder out, FieldPrinter fields, boolean usesData) {
    fields.afterFunctions();
    if (spaces.module().hasDataCount() && !usesData) {
      out.newLine(1).add("(@datacount)");
    }
    for (CustomSection section : spaces.module().customs()) {
      if (!(options.names() && section.name().equals(NAME_SECTION))) {
        fields.custom(section);
      }
    }
    out.add(")\n");
  }

  /**
   * Prints one function alone; spans in the map count from the start of its text.
   *
   * @param index index of a function that the module defines
   */
  public PrintedModule function(int index) {
    var out = new TextBuilder();
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
