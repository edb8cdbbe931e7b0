package dev.wasmscope.benchmark;

import java.util.Locale;

/** How ratios are written. */
final class Ratio {

  private Ratio() {}

  /** With two digits after the point below 10, with none above; nothing for NaN. */
  static String text(double ratio) {
    return Double.isNaN(ratio)
        ? ""
        : String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio);
  }
}
