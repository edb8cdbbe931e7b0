package dev.wasmscope.app.session;

import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.trap.TrapReason;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** Says what a trap means to somebody who has not met it before. */
final class TrapText {
  private TrapText() {}

  /** What the trap with {@code message} means; empty for one without explanation. */
  static String explain(String message) {
    return Arrays.stream(TrapReason.values())
        .filter(reason -> message.startsWith(reason.wording()))
        .max(Comparator.comparingInt(reason -> reason.wording().length()))
        .map(reason -> "trap.why." + reason.name().toLowerCase(Locale.ROOT))
        .filter(Text::has)
        .map(Text::of)
        .orElse("");
  }
}
