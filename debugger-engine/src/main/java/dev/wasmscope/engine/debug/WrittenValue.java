package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.ExpressionException;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueScope;
import dev.wasmscope.engine.runtime.ValueText;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.VecType;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a value that is to be written into a program: a literal, or an expression of its type. */
final class WrittenValue {

  /** What can only be a literal; what is wrong with it is said in the words for literals. */
  private static final Pattern LITERAL = Pattern.compile("[-+0-9.]\\S*|[\"{\\[].*", Pattern.DOTALL);

  private WrittenValue() {}

  /**
   * The value that {@code text} stands for in {@code context}.
   *
   * @param definitions what further names mean, as in {@link Expression#with}
   * @throws IllegalArgumentException with a sentence if there is none
   */
  static Value read(
      InstanceContext context,
      StorageType type,
      String text,
      Map<String, ExpressionValue> definitions) {
    try {
      return ValueText.parse(type, text, ValueScope.of(context.instance()));
    } catch (IllegalArgumentException refused) {
      if (text.isBlank() || LITERAL.matcher(text).matches()) {
        throw refused;
      }
    }
    try {
      return converted(type, Expression.parse(text).with(definitions).evaluate(context));
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
