package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.debug.GlobalVariable;
import dev.wasmscope.engine.debug.Variable;
import dev.wasmscope.engine.runtime.Value;
import java.util.Optional;

/** How values are shown. */
final class ValueDisplay {

  private ValueDisplay() {}

  /** A number in decimal and, from 10 on, in hexadecimal; other values as in the text format. */
  static String of(Value value) {
    return switch (value) {
      case Value.I32(int number) -> integer(number, number & 0xffff_ffffL);
      case Value.I64(long number) -> integer(number, number);
      case Value.F32 _, Value.F64 _, Value.Vector _ -> behindType(value);
      case Value.Ref _ -> value.toString();
    };
  }

  private static String integer(long number, long bits) {
    return number >= 0 && number < 10
        ? Long.toString(number)
        : number + " (0x" + Long.toHexString(bits) + ")";
  }

  private static String behindType(Value value) {
    String text = value.toString();
    return text.substring(text.indexOf(' ') + 1);
  }

  /** A line for a local, parameter or operand. */
  static String of(String kind, Variable variable) {
    String name = variable.name().isEmpty() ? "" : " $" + variable.name();
    return "  %s %d%s: %s = %s"
        .formatted(kind, variable.index(), name, variable.type(), of(variable.value()));
  }

  /** A line for a global. */
  static String of(GlobalVariable global) {
    Optional<String> mutable = global.mutable() ? Optional.of("mutable") : Optional.empty();
    return of("global", global.variable()) + mutable.map(m -> "  " + m).orElse("");
  }
}
