package dev.wasmscope.engine.runtime;

import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.ExternType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.TableType;
import java.util.Arrays;

/**
 * A table (§4.2.7). Indices and sizes are unsigned; elements are references, Java's null is null.
 */
public final class TableInstance implements Extern {

  private final TableType type;
  private final int limit;
  private Object[] elements;

  /**
   * A new table of the type's minimal size.
   *
   * @param type in the store's canonical numbers
   * @param initial what every element is at first
   * @throws dev.wasmscope.wasm.source.DiagnosticException if it is larger than the store allows
   */
  public TableInstance(Store store, TableType type, Object initial) {
    this.type = type;
    this.limit = store.limits().tableElements();
    if (Long.compareUnsigned(type.limits().min(), limit) > 0) {
      throw ResourceLimits.table(type, limit);
    }
    this.elements = new Object[(int) type.limits().min()];
    Arrays.fill(elements, initial);
  }

  public TableType type() {
    return type;
  }

  /** Number of elements. */
  public int size() {
    return elements.length;
  }

  /** Whether indices have 64 bits. */
  public boolean is64() {
    return type.address() == AddressType.I64;
  }

  /**
   * The element at {@code index}.
   *
   * @throws Trap if there is none
   */
  public Object get(long index) {
    Object[] all = elements;
    if (Long.compareUnsigned(index, all.length) >= 0) {
      throw outOfBounds(index, 1);
    }
    return all[(int) index];
  }

  /** The element at {@code index}; null if there is none. */
  public Object peek(long index) {
    Object[] all = elements;
    return Long.compareUnsigned(index, all.length) < 0 ? all[(int) index] : null;
  }

  /**
   * The element that {@code call_indirect} is to call.
   *
   * @throws Trap if there is none, or it is null
   */
  public FunctionInstance callee(long index) {
    Object[] all = elements;
    if (Long.compareUnsigned(index, all.length) >= 0) {
      throw new Trap(TrapReason.UNDEFINED_ELEMENT, Long.toUnsignedString(index));
    }
    Object element = all[(int) index];
    // Asked first, because it is one class: HotSpot compares with that, and knows the rest.
    if (element instanceof WasmFunction function) {
      return function;
    }
    if (element instanceof FunctionInstance function) {
      return function;
    }
    throw new Trap(TrapReason.UNINITIALIZED_ELEMENT, Long.toUnsignedString(index));
  }

  /** As {@link #callee(long)}, in a table whose indices have 32 bits. */
  public FunctionInstance callee(int index) {
    Object[] all = elements;
    // Compared as Java does, which need not do it again then.
    if (Integer.compareUnsigned(index, all.length) < 0
        && all[index] instanceof WasmFunction function) {
      return function;
    }
    return callee(Integer.toUnsignedLong(index));
  }

  /**
   * Replaces an element.
   *
   * @throws Trap if there is none at {@code index}
   */
  public void set(long index, Object element) {
    Object[] all = elements;
    if (Long.compareUnsigned(index, all.length) >= 0) {
      throw outOfBounds(index, 1);
    }
    all[(int) index] = element;
  }

  /**
   * Appends {@code delta} elements.
   *
   * @return the size before, or −1 if the table cannot grow so much
   */
  public synchronized long grow(long delta, Object element) {
    int old = elements.length;
    long room = Math.min(limit, declaredMax()) - old;
    if (Long.compareUnsigned(delta, Math.max(room, 0)) > 0) {
      return -1;
    }
    Object[] grown;
    try {
      grown = Arrays.copyOf(elements, old + (int) delta);
    } catch (OutOfMemoryError e) {
      return -1;
    }
    Arrays.fill(grown, old, grown.length, element);
    elements = grown;
    return old;
  }

  private long declaredMax() {
    long max = type.limits().max().orElse(Long.MAX_VALUE);
    return max < 0 ? Long.MAX_VALUE : max;
  }

  /**
   * Sets {@code length} elements (table.fill).
   *
   * @throws Trap if they are not all within the table; nothing is written then
   */
  public void fill(long index, Object element, long length) {
    check(index, length, elements.length);
    Arrays.fill(elements, (int) index, (int) (index + length), element);
  }

  /**
   * Copies elements from {@code source}, which may be this table (table.copy).
   *
   * @throws Trap if they are not all within the tables; nothing is written then
   */
  public void copy(long index, TableInstance source, long sourceIndex, long length) {
    init(index, source.elements, sourceIndex, length);
  }

  /**
   * Copies elements of an element segment (table.init).
   *
   * @throws Trap if they are not all within both; nothing is written then
   */
  public void init(long index, Object[] segment, long from, long length) {
    check(from, length, segment.length);
    check(index, length, elements.length);
    System.arraycopy(segment, (int) from, elements, (int) index, (int) length);
  }

  private void check(long index, long length, int size) {
    if (Long.compareUnsigned(index, size) > 0 || Long.compareUnsigned(length, size - index) > 0) {
      throw outOfBounds(index, length);
    }
  }

  private Trap outOfBounds(long index, long length) {
    return new Trap(
        TrapReason.OUT_OF_BOUNDS_TABLE_ACCESS,
        "of %s elements at index %s, the table has %d"
            .formatted(
                Long.toUnsignedString(length), Long.toUnsignedString(index), elements.length));
  }

  @Override
  public ExternKind kind() {
    return ExternKind.TABLE;
  }

  @Override
  public ExternType externType() {
    return new TableType(type.address(), new Limits(size(), type.limits().max()), type.element());
  }
}
