package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.Function;
import java.util.Locale;

/** What names tell of functions in formats that have no categories. */
final class KnownNames {
  private KnownNames() {}

  /** A function of a foreign profile. */
  static Function function(String name, String file, int line) {
    return new Function(name, "", file, line, -1, category(name, file));
  }

  private static Category category(String name, String file) {
    String where = file.toLowerCase(Locale.ROOT);
    if (name.equals("(garbage collector)") || name.equals("(garbage collection)")) {
      return Category.GC;
    }
    if (name.equals("(idle)") || name.startsWith("(waiting")) {
      return Category.BLOCKED;
    }
    boolean wasm =
        where.startsWith("wasm:")
            || where.endsWith(".wasm")
            || where.endsWith(".wat")
            || name.startsWith("wasm-function[");
    return wasm ? Category.WASM : name.startsWith("wasi") ? Category.HOST : Category.OTHER;
  }
}
