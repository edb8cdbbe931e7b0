package dev.wasmscope.app.cli;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.PrintedModule;
import dev.wasmscope.wasm.text.WatPrinter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Prints code instruction by instruction: offset in the file, bytes, text. */
final class Disassembly {
  private static final int SHOWN_BYTES = 9;

  /** How the text format writes the last instruction of a body. */
  private static final String END_OF_FUNCTION = ")";

  private final Module module;
  private final IndexSpaces spaces;
  private final WatPrinter printer;

  Disassembly(Module module) {
    this.module = module;
    this.spaces = IndexSpaces.of(module);
    this.printer = WatPrinter.of(module, PrintOptions.FLAT);
  }

  void print(PrintStream out) {
    out.printf("%nCode disassembly:%n");
    for (int i = 0; i < module.functions().size(); i++) {
      int function = spaces.importedFunctions() + i;
      ByteSlice body = module.functions().get(i).body();
      out.printf("%n%06x func[%d] <%s>:%n", body.offset(), function, spaces.displayName(function));
      printBody(function, body, out);
    }
  }

  private void printBody(int function, ByteSlice body, PrintStream out) {
    PrintedModule printed = printer.function(function);
    List<Place> places = printed.map().places(function);
    for (int i = 0; i < places.size(); i++) {
      int start = places.get(i).offset();
      int end = i + 1 < places.size() ? places.get(i + 1).offset() : body.length();
      out.printf(
          " %06x: %-27s| %s%n",
          body.offset() + start,
          hex(body, start, end),
          text(printed, printed.map().of(places.get(i))));
    }
  }

  private static String hex(ByteSlice body, int start, int end) {
    int shown = Math.min(end, start + SHOWN_BYTES);
    String bytes =
        HexFormat.ofDelimiter(" ")
            .formatHex(body.array(), body.offset() + start, body.offset() + shown);
    return shown < end ? bytes + "…" : bytes;
  }

  private static String text(PrintedModule printed, Span span) {
    ByteSlice text = printed.text();
    String shown =
        new String(
            text.array(), text.offset() + span.start(), span.length(), StandardCharsets.UTF_8);
    return shown.equals(END_OF_FUNCTION) ? "end" : shown;
  }
}
