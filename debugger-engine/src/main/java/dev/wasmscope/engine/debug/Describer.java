package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.ArrayInstance;
import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.QuotedText;
import dev.wasmscope.engine.runtime.StructInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueFormat;
import java.util.List;
import java.util.StringJoiner;

/**
 * Puts references into words: {@code $Person {name: "Ann", age: 42}}, {@code $Bytes [1, 2, 3]},
 * {@code $function}, {@code "text"}, {@code null}. Only on a stopped thread, or after the end.
 */
public final class Describer {

  private static final int MOST_MEMBERS = 8;
  private static final int LONGEST_STRING = 200;
  private static final int DEPTH = 2;

  private final Members members;

  /** Speaks of types as {@code instance} does. */
  public Describer(Instance instance) {
    this.members = new Members(instance);
  }

  /** A value in words; numbers and vectors as the text format has them. */
  public String describe(Value value) {
    return value instanceof Value.Ref ref ? describe(ref, DEPTH) : value.toString();
  }

  /**
   * A reference in words.
   *
   * @param depth how many objects deep; 0 names the type of an object only
   */
  String describe(Value.Ref reference, int depth) {
    return switch (reference.target()) {
      case null -> "null";
      case StructInstance struct -> object(reference, struct.typeNumber(), "{", "}", depth);
      case ArrayInstance array -> object(reference, array.typeNumber(), "[", "]", depth);
      case ExceptionInstance thrown ->
          dollar(thrown.tag().name()) + " " + members(reference, "{", "}", depth);
      case FunctionInstance function -> dollar(function.name());
      case String string when string.length() > LONGEST_STRING ->
          QuotedText.quote(string.substring(0, LONGEST_STRING))
              + "… "
              + string.length()
              + " characters";
      case String string -> QuotedText.quote(string);
      default -> reference.toString();
    };
  }

  private static String dollar(String name) {
    return name.startsWith("$") ? name : "$" + name;
  }

  private String object(Value.Ref reference, int typeNumber, String open, String end, int depth) {
    return members.typeName(typeNumber) + " " + members(reference, open, end, depth);
  }

  private String members(Value.Ref reference, String open, String end, int depth) {
    int count = Members.count(reference);
    if (depth == 0 && count > 0) {
      return open + "…" + end;
    }
    StringJoiner text = new StringJoiner(", ", open, end);
    List<Variable> shown = members.list(reference, 0, Math.min(count, MOST_MEMBERS), depth - 1);
    for (Variable member : shown) {
      text.add(labelled(reference, member));
    }
    if (shown.size() < count) {
      text.add("… " + (count - shown.size()) + " more");
    }
    return text.toString();
  }

  private static String labelled(Value.Ref owner, Variable member) {
    String value = member.text(usual(member.value()));
    boolean named = owner.target() instanceof StructInstance && !member.name().isEmpty();
    return named ? member.name() + ": " + value : value;
  }

  private static ValueFormat usual(Value value) {
    return value instanceof Value.Vector(V128 _) ? ValueFormat.I32X4 : ValueFormat.SIGNED;
  }
}
