package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;

/** A thrown exception: its tag and what it carries (§4.2.14). */
public final class ExceptionInstance {

  private final TagInstance tag;
  private final long[] bits;
  private final Object[] objects;

  /**
   * An exception.
   *
   * @param bits fields that are numbers, by position; kept, not copied
   * @param objects fields that are references or vectors, by position; kept, not copied
   */
  public ExceptionInstance(TagInstance tag, long[] bits, Object[] objects) {
    this.tag = tag;
    this.bits = bits;
    this.objects = objects;
  }

  public TagInstance tag() {
    return tag;
  }

  /** The bits of a field that is a number. */
  public long bits(int field) {
    return bits[field];
  }

  /** The object of a field that is a reference or vector. */
  public Object object(int field) {
    return objects[field];
  }

  /** What it carries. */
  public List<Value> values() {
    List<ValType> types = tag.type().params();
    List<Value> values = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      values.add(Value.ofSlot(types.get(i), bits[i], objects[i]));
    }
    return values;
  }

  @Override
  public String toString() {
    String payload = String.join(", ", values().stream().map(ValueFormat.SIGNED::show).toList());
    return (tag.name().startsWith("$") ? "" : "$") + tag.name() + " {" + payload + "}";
  }
}
