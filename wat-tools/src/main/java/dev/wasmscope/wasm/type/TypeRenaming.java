package dev.wasmscope.wasm.type;

import java.util.List;

/** Replaces every type index in a type, as when it moves from a module to a store. */
@FunctionalInterface
public interface TypeRenaming {

  /** The index that stands for {@code index}. */
  int rename(int index);

  default SubType rename(SubType type) {
    return new SubType(
        type.isFinal(),
        type.supers().stream().map(this::rename).toList(),
        rename(type.composite()));
  }

  default CompositeType rename(CompositeType type) {
    return switch (type) {
      case FuncType func -> rename(func);
      case StructType struct -> new StructType(struct.fields().stream().map(this::rename).toList());
      case ArrayType array -> new ArrayType(rename(array.element()));
    };
  }

  default FuncType rename(FuncType type) {
    return new FuncType(rename(type.params()), rename(type.results()));
  }

  private List<ValType> rename(List<ValType> types) {
    return types.stream().map(this::rename).toList();
  }

  default FieldType rename(FieldType field) {
    return field.storage() instanceof ValType type
        ? new FieldType(rename(type), field.mutable())
        : field;
  }

  default ValType rename(ValType type) {
    return type instanceof RefType ref ? rename(ref) : type;
  }

  default RefType rename(RefType type) {
    return type.heap() instanceof TypeIndex(int index)
        ? new RefType(type.nullable(), new TypeIndex(rename(index)))
        : type;
  }
}
