package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.ExpressionException;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueScope;
import dev.wasmscope.engine.runtime.ValueText;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.VecType;
import java.util.regex.Pattern;

/** Reads a value that is to be written into a frame: a literal, or an expression of its type. */
final class WrittenValue {

  /** What can only be a literal; what is wrong with it is said in the words for literals. */
  private static final Pattern LITERAL = Pattern.compile("[-+0-9.]\\S*|[\"{\\[].*", Pattern.DOTALL);

  private WrittenValue() {}

  /**
   * The value that {@code text} stands for in {@code frame}.
   *
   * @throws IllegalArgumentException with a sentence if there is none
   */
  static Value read(FrameView frame, StorageType type, String text) {
    try {
      return ValueText.parse(type, text, ValueScope.of(frame.instance()));
    } catch (IllegalArgumentException refused) {
      if (text.isBlank() || LITERAL.matcher(text).matches()) {
        throw refused;
      }
      return evaluated(frame, type, text);
    }
  }

  private static Value evaluated(FrameView frame, StorageType type, String text) {
    try {
      return converted(type, Expression.parse(text).evaluate(new FrameContext(frame)));
    } catch (ExpressionException unknown) {
      throw new IllegalArgumentException(unknown.withCaret(), unknown);
    }
  }

  private static Value converted(StorageType type, ExpressionValue value) {
    return switch (value) {
      case ExpressionValue.Int i when type == NumType.I32 || type instanceof PackedType ->
          Value.i32((int) i.value());
      case ExpressionValue.Int i when type == NumType.I64 -> Value.i64(i.value());
      case ExpressionValue.F32 f when type == NumType.F32 -> Value.f32(f.value());
      case ExpressionValue.F64 f when type == NumType.F64 -> Value.f64(f.value());
      case ExpressionValue.Vector v when type instanceof VecType -> Value.v128(v.value());
      case ExpressionValue.Reference r when type instanceof RefType ref ->
          new Value.Ref(r.identity(), ref);
      default ->
          throw new IllegalArgumentException("expected " + type + ", found " + value.typeName());
    };
  }
}
