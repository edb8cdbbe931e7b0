package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.debug.Variable;
import dev.wasmscope.engine.runtime.Value;

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

  /** A variable's value: a reference by what it points to, else as above. */
  static String value(Variable variable) {
    return variable.value() instanceof Value.Ref ? variable.preview() : of(variable.value());
  }

  /** A line for a local, parameter or operand. */
  static String of(String kind, Variable variable) {
    String name = variable.name().isEmpty() ? "" : " $" + variable.name();
    return "  %s %d%s: %s = %s"
        .formatted(kind, variable.index(), name, variable.typeText(), value(variable));
  }

  /** A line for a global. */
  static String global(Variable global) {
    return of("global", global) + (global.mutable() ? "  mutable" : "");
  }

  /** A line for a member of an object. */
  static String member(Variable member) {
    String name = member.name().isEmpty() ? "[" + member.index() + "]" : member.name();
    return "  %s: %s = %s%s"
        .formatted(name, member.typeText(), value(member), member.mutable() ? "  mutable" : "");
  }
}
