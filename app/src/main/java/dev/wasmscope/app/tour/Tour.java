package dev.wasmscope.app.tour;

import java.nio.file.Path;

public final class Tour {
  private Tour() {}

  public static boolean run(Path output) {
    return false;
  }
}
