package dev.wasmscope.app.program;

import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.PrintedModule;
import dev.wasmscope.wasm.text.WatPrinter;
import java.nio.charset.StandardCharsets;

/**
 * A text of a module and the lines of its places: its own text, or one printed for a binary module.
 *
 * @param lines the lines of places in {@code text}
 * @param text the text; empty when the module is too large to be shown as one
 */
public record Listing(LineTable lines, String text) {
  private static final int LARGEST = 4 << 20;

  /** The listing of a runnable module. */
  public static Listing of(LoadedModule module) {
    if (module.input().length > LARGEST) {
      return new Listing(module.lines(), "");
    }
    if (module.text().isPresent()) {
      return new Listing(module.lines(), new String(module.input(), StandardCharsets.UTF_8));
    }
    PrintedModule printed = WatPrinter.print(module.module(), PrintOptions.FLAT);
    ByteSlice bytes = printed.text();
    String text = new String(bytes.array(), bytes.offset(), bytes.length(), StandardCharsets.UTF_8);
    return new Listing(new TextLines(module.name() + ".wat", printed.map()), text);
  }
}
