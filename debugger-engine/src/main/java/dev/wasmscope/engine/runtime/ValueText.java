package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.Optional;

/**
 * Reads values as users write them: as the text format does ({@code 42}, {@code -0x2a}, {@code
 * 1.5e3}, {@code nan:0x200000}, {@code i32x4 1 2 3 4}, {@code null}), with or without the
 * instruction that a value prints in front; strings as {@code "text"}, new objects of a module's
 * types as {@code $Person {"Ann", 42}} and {@code $Bytes [1, 2]}. What {@link ValueFormat} shows of
 * a number or vector is read.
 */
public final class ValueText {

  private static final int LONGEST_QUOTED = 60;

  private ValueText() {}

  /**
   * The value of {@code type} that {@code text} stands for; a packed one is an {@code i32}.
   *
   * @param scope what names and type indices mean, also those of {@code type}
   * @throws IllegalArgumentException with a sentence that says what was expected and found
   */
  public static Value parse(StorageType type, String text, ValueScope scope) {
    return parse(type, text, new ReferenceText(scope));
  }

  /** The number that {@code text} stands for, as the other method reads it. */
  public static Value number(NumType type, String text) {
    return parse(type, text, ValueScope.EMPTY);
  }

  /** A text that is a value of {@code type}: zero, null, or as little as possible. */
  public static String example(StorageType type, ValueScope scope) {
    return new ReferenceText(scope).example(type);
  }

  static Value parse(StorageType type, String text, ReferenceText references) {
    String stripped = text.strip();
    try {
      return switch (type) {
        case NumType num -> NumberText.number(num, withoutInstruction(num, stripped));
        case VecType vec -> Value.v128(NumberText.vector(withoutInstruction(vec, stripped)));
        case PackedType packed ->
            Value.i32((int) NumberText.integer(stripped, packed == PackedType.I8 ? 8 : 16));
        case RefType ref -> reference(ref, stripped, references);
      };
    } catch (NumberFormatException _) {
      throw refused(type, text, references);
    }
  }

  private static Value reference(RefType type, String text, ReferenceText references) {
    Optional<Value> value = references.parse(type, text);
    return value.orElseThrow(() -> refused(type, text, references));
  }

  private static IllegalArgumentException refused(
      StorageType type, String text, ReferenceText references) {
    String found = text.length() > LONGEST_QUOTED ? text.substring(0, LONGEST_QUOTED) + "…" : text;
    return new IllegalArgumentException(
        "expected a value of type %s, such as %s; found '%s'"
            .formatted(references.describe(type), references.forms(type), found));
  }

  private static String withoutInstruction(ValType type, String text) {
    String instruction = type + ".const ";
    return text.startsWith(instruction) ? text.substring(instruction.length()).strip() : text;
  }
}
