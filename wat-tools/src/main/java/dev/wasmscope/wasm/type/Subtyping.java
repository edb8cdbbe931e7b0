package dev.wasmscope.wasm.type;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * All subtyping (§3.3). Type indices in the types compared are translated to canonical numbers by
 * the renaming given: a module's own for validation, the identity for types of a store.
 */
public final class Subtyping {

  private final CanonicalTypes canonical;
  private final TypeRenaming numbers;

  public Subtyping(CanonicalTypes canonical, TypeRenaming numbers) {
    this.canonical = canonical;
    this.numbers = numbers;
  }

  /** Subtyping between types whose indices are canonical numbers already. */
  public static Subtyping ofCanonical(CanonicalTypes canonical) {
    return new Subtyping(canonical, i -> i);
  }

  /** Whether each of {@code subs} matches its counterpart in {@code sups}. */
  public boolean matches(List<ValType> subs, List<ValType> sups) {
    if (subs.size() != sups.size()) {
      return false;
    }
    for (int i = 0; i < subs.size(); i++) {
      if (!matches(subs.get(i), sups.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Value types (§3.3.4). */
  public boolean matches(ValType sub, ValType sup) {
    if (sub.equals(sup)) {
      return true;
    }
    return (sub instanceof RefType a) && (sup instanceof RefType b) && matches(a, b);
  }

  /** Reference types (§3.3.3). */
  public boolean matches(RefType sub, RefType sup) {
    return (sup.nullable() || !sub.nullable()) && matches(sub.heap(), sup.heap());
  }

  /** Heap types (§3.3.2). */
  public boolean matches(HeapType sub, HeapType sup) {
    if (sub.equals(sup)) {
      return true;
    }
    return switch (sub) {
      case TypeIndex(int a) ->
          switch (sup) {
            case TypeIndex(int b) -> canonical.isSubtype(numbers.rename(a), numbers.rename(b));
            case AbsHeapType abs -> matchesAbstract(kind(a), abs);
          };
      case AbsHeapType a ->
          switch (sup) {
            case TypeIndex(int b) -> isBottomOf(a, kind(b));
            case AbsHeapType b -> matchesAbstract(a, b);
          };
    };
  }

  private AbsHeapType kind(int index) {
    return switch (canonical.get(numbers.rename(index)).composite()) {
      case FuncType _ -> AbsHeapType.FUNC;
      case StructType _ -> AbsHeapType.STRUCT;
      case ArrayType _ -> AbsHeapType.ARRAY;
    };
  }

  private static boolean isBottomOf(AbsHeapType bottom, AbsHeapType kind) {
    return bottom == (kind == AbsHeapType.FUNC ? AbsHeapType.NOFUNC : AbsHeapType.NONE);
  }

  private static boolean matchesAbstract(AbsHeapType sub, AbsHeapType sup) {
    if (sub == sup) {
      return true;
    }
    return switch (sup) {
      case ANY ->
          switch (sub) {
            case EQ, I31, STRUCT, ARRAY, NONE, STRING -> true;
            default -> false;
          };
      case EQ ->
          switch (sub) {
            case I31, STRUCT, ARRAY, NONE -> true;
            default -> false;
          };
      case I31, STRUCT, ARRAY, STRING -> sub == AbsHeapType.NONE;
      case FUNC -> sub == AbsHeapType.NOFUNC;
      case EXTERN -> sub == AbsHeapType.NOEXTERN;
      case EXN -> sub == AbsHeapType.NOEXN;
      default -> false;
    };
  }

  /** The top of the hierarchy that {@code heap} belongs to. */
  public AbsHeapType top(HeapType heap) {
    AbsHeapType abs = heap instanceof TypeIndex(int index) ? kind(index) : (AbsHeapType) heap;
    return switch (abs) {
      case FUNC, NOFUNC -> AbsHeapType.FUNC;
      case EXTERN, NOEXTERN -> AbsHeapType.EXTERN;
      case EXN, NOEXN -> AbsHeapType.EXN;
      default -> AbsHeapType.ANY;
    };
  }

  /** Storage types (§3.3.6). */
  public boolean matches(StorageType sub, StorageType sup) {
    if (sub instanceof ValType a && sup instanceof ValType b) {
      return matches(a, b);
    }
    return sub.equals(sup);
  }

  /** Field types (§3.3.6): mutable ones are invariant. */
  public boolean matches(FieldType sub, FieldType sup) {
    return sub.mutable() == sup.mutable()
        && matches(sub.storage(), sup.storage())
        && (!sub.mutable() || matches(sup.storage(), sub.storage()));
  }

  /** Composite types (§3.3.6). */
  public boolean matches(CompositeType sub, CompositeType sup) {
    return switch (sub) {
      case FuncType a -> sup instanceof FuncType b && matchesFunc(a, b);
      case StructType a -> sup instanceof StructType b && matchesStruct(a, b);
      case ArrayType a -> sup instanceof ArrayType b && matches(a.element(), b.element());
    };
  }

  private boolean matchesFunc(FuncType sub, FuncType sup) {
    return matches(sup.params(), sub.params()) && matches(sub.results(), sup.results());
  }

  private boolean matchesStruct(StructType sub, StructType sup) {
    if (sub.fields().size() < sup.fields().size()) {
      return false;
    }
    for (int i = 0; i < sup.fields().size(); i++) {
      if (!matches(sub.fields().get(i), sup.fields().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** External types (§3.3.8 ff.). */
  public boolean matches(ExternType sub, ExternType sup) {
    return switch (sub) {
      case ExternFunc a ->
          sup instanceof ExternFunc b
              && canonical.isSubtype(numbers.rename(a.typeIndex()), numbers.rename(b.typeIndex()));
      case TagType a ->
          sup instanceof TagType b
              && numbers.rename(a.typeIndex()) == numbers.rename(b.typeIndex());
      case GlobalType a -> sup instanceof GlobalType b && matchesGlobal(a, b);
      case TableType a -> sup instanceof TableType b && matchesTable(a, b);
      case MemoryType a -> sup instanceof MemoryType b && matchesMemory(a, b);
    };
  }

  private boolean matchesGlobal(GlobalType sub, GlobalType sup) {
    return sub.mutable() == sup.mutable()
        && matches(sub.type(), sup.type())
        && (!sub.mutable() || matches(sup.type(), sub.type()));
  }

  private boolean matchesTable(TableType sub, TableType sup) {
    return sub.address() == sup.address()
        && matches(sub.limits(), sup.limits())
        && matches(sub.element(), sup.element())
        && matches(sup.element(), sub.element());
  }

  private static boolean matchesMemory(MemoryType sub, MemoryType sup) {
    return sub.address() == sup.address()
        && sub.shared() == sup.shared()
        && sub.pageSizeLog2() == sup.pageSizeLog2()
        && matches(sub.limits(), sup.limits());
  }

  /** Limits (§3.3.9). */
  public static boolean matches(Limits sub, Limits sup) {
    Objects.requireNonNull(sub);
    if (Long.compareUnsigned(sub.min(), sup.min()) < 0) {
      return false;
    }
    OptionalLong max = sup.max();
    return max.isEmpty()
        || (sub.max().isPresent()
            && Long.compareUnsigned(sub.max().getAsLong(), max.getAsLong()) <= 0);
  }
}
