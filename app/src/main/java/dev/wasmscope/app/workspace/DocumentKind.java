package dev.wasmscope.app.workspace;

import java.nio.file.Path;
import java.util.Locale;

/** What a document is, judged by its name. */
public enum DocumentKind {
  /** WebAssembly text, edited here. */
  WAT,
  /** A binary module or a core dump, read as text. */
  WASM,
  /** A Firefox processed profile. */
  PROFILE,
  /** Any other text, such as the C source of a sample. */
  TEXT;

  /** The kind of the file {@code path}. */
  public static DocumentKind of(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".wasm") || name.endsWith(".coredump")) {
      return WASM;
    }
    if (name.endsWith(".wat") || name.endsWith(".wast")) {
      return WAT;
    }
    return name.endsWith("profile.json") || name.endsWith("profile.json.gz") ? PROFILE : TEXT;
  }

  /** Whether a document of this kind can be run. */
  public boolean isModule() {
    return this == WAT || this == WASM;
  }
}
