package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.TypeIndex;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads references: {@code null}, {@code "text"}, {@code 5} as an i31, {@code ref.extern 1}, a
 * function's {@code $name}, and new objects, {@code $Person {"Ann", 42}} and {@code $Bytes [1, 2]},
 * whose type may be missing where only one is possible.
 */
final class ReferenceText {

  private static final int DEEPEST = 50;
  private static final Pattern OBJECT =
      Pattern.compile("(?:\\$([^\\s{\\[\"]+)\\s*)?([{\\[])(.*)([}\\]])", Pattern.DOTALL);
  private static final Pattern FUNCTION = Pattern.compile("(?:ref\\.func\\s+)?\\$?([^\\s\"{}]+)");
  private static final Pattern HOST = Pattern.compile("ref\\.(?:extern|host)\\s+([0-9]{1,9})");
  private static final Pattern LABEL = Pattern.compile("\\$?([^\\s:\"]+):\\s+(.*)", Pattern.DOTALL);

  private final ValueScope scope;
  private int depth;

  ReferenceText(ValueScope scope) {
    this.scope = scope;
  }

  /**
   * The reference that {@code text} stands for; empty if it is none of the type.
   *
   * @throws IllegalArgumentException with a sentence if it nearly is one
   */
  Optional<Value> parse(RefType type, String text) {
    if (text.equals("null") || text.startsWith("ref.null")) {
      if (!type.nullable()) {
        throw new IllegalArgumentException(
            "null is not a value of the type " + scope.describe(type));
      }
      return Optional.of(new Value.Ref(null, type));
    }
    return target(type.heap(), text).map(target -> new Value.Ref(target, type));
  }

  private Optional<Object> target(HeapType heap, String text) {
    return switch (heap) {
      case TypeIndex index ->
          scope.composite(index) instanceof FuncType ? function(text) : object(heap, text);
      case AbsHeapType abs ->
          switch (abs) {
            case FUNC -> function(text);
            case STRING -> string(text);
            case I31 -> i31(text);
            case EQ -> i31(text).or(() -> object(heap, text));
            case STRUCT, ARRAY -> object(heap, text);
            case ANY -> string(text).or(() -> i31(text)).or(() -> object(heap, text));
            case EXTERN -> string(text).or(() -> host(text));
            default -> Optional.empty();
          };
    };
  }

  private static Optional<Object> string(String text) {
    return text.startsWith("\"") ? Optional.of(QuotedText.unquote(text)) : Optional.empty();
  }

  private static Optional<Object> host(String text) {
    Matcher number = HOST.matcher(text);
    return number.matches()
        ? Optional.of(new HostReference(Integer.parseInt(number.group(1))))
        : Optional.empty();
  }

  private static Optional<Object> i31(String text) {
    String digits = text.startsWith("ref.i31 ") ? text.substring("ref.i31 ".length()) : text;
    if (!digits.matches("[-+]?[0-9].*")) {
      return Optional.empty();
    }
    return Optional.of(I31.of((int) NumberText.integer(digits.strip(), I31.BITS)));
  }

  private Optional<Object> function(String text) {
    Matcher name = FUNCTION.matcher(text);
    return name.matches() ? scope.function(name.group(1)) : Optional.empty();
  }

  private Optional<Object> object(HeapType heap, String text) {
    Matcher parts = OBJECT.matcher(text);
    Optional<TypeIndex> type = parts.matches() ? typeOf(heap, parts.group(1)) : Optional.empty();
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("the objects are nested too deeply");
    }
    List<String> items = ValueList.split(parts.group(3));
    boolean braces = parts.group(2).equals("{") && parts.group(4).equals("}");
    Optional<Object> made =
        switch (scope.composite(type.get())) {
          case StructType struct when braces -> Optional.of(struct(type.get(), struct, items));
          case ArrayType array when !braces -> Optional.of(array(type.get(), array, items));
          default -> Optional.empty();
        };
    depth--;
    return made;
  }

  private Optional<TypeIndex> typeOf(HeapType heap, String name) {
    return name == null
        ? Optional.of(heap).filter(TypeIndex.class::isInstance).map(TypeIndex.class::cast)
        : scope.typeCalled(name);
  }

  private StructInstance struct(TypeIndex index, StructType type, List<String> items) {
    if (items.size() != type.fields().size()) {
      throw new IllegalArgumentException(
          "the structure has %d fields, found %d".formatted(type.fields().size(), items.size()));
    }
    StructInstance made = scope.newStruct(index);
    for (int i = 0; i < items.size(); i++) {
      FieldType field = type.fields().get(i);
      made.set(i, item(field.storage(), unlabelled(index, i, items.get(i))));
    }
    return made;
  }

  /** The value of a field that may have its name in front. */
  private String unlabelled(TypeIndex type, int field, String text) {
    Matcher label = LABEL.matcher(text);
    Optional<String> name = scope.field(type, field);
    if (name.isEmpty() || !label.matches()) {
      return text;
    }
    if (!label.group(1).equals(name.get())) {
      throw new IllegalArgumentException(
          "expected the field %s, found %s".formatted(name.get(), label.group(1)));
    }
    return label.group(2);
  }

  private ArrayInstance array(TypeIndex index, ArrayType type, List<String> items) {
    StorageType storage = type.element().storage();
    ArrayInstance made = scope.newArray(index, items.size());
    for (int i = 0; i < items.size(); i++) {
      made.set(i, item(storage, items.get(i)));
    }
    return made;
  }

  private Value item(StorageType type, String text) {
    return ValueText.parse(type, text, this);
  }

  /** How values of {@code type} are written, for messages. */
  String forms(StorageType type) {
    return new ValueForms(scope).of(type);
  }

  /** The type in words. */
  String describe(StorageType type) {
    return scope.describe(type);
  }

  /** The least value of {@code type}, as text. */
  String example(StorageType type) {
    return new ValueForms(scope).example(type, 0);
  }
}
