package dev.wasmscope.engine.runtime;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.CompositeType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.SubType;
import dev.wasmscope.wasm.type.VecType;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.Arrays;
import java.util.List;

/**
 * The Java classes of a store's structure and array types, made when they are first needed. The
 * class of a type extends that of its super type, so that Java's own checks of types are those of
 * WebAssembly; equal types of several modules have one number, and therefore one class.
 *
 * <p>A structure's fields are Java fields of their width. Those of a super type are its class's. A
 * class for very many fields has ancestors of its own for some of them, because Java limits the
 * methods that reach them by position.
 */
public final class HeapClasses extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String PREFIX = "wasm.heap.Type";
  private static final char PART = '_';

  /** Fields that one class declares. */
  private static final int FIELDS = 200;

  private final StoreTypes types;
  private volatile StructInstance[] structs = {};
  private volatile ArrayInstance[] arrays = {};

  HeapClasses(StoreTypes types) {
    super(HeapClasses.class.getClassLoader());
    this.types = types;
  }

  /** Whether a class is one of these, by its binary name. */
  public static boolean isNameOf(String binaryName) {
    return binaryName.startsWith(PREFIX);
  }

  /** The class of the type with {@code number}. */
  public static ClassDesc classOf(int number) {
    return ClassDesc.of(PREFIX + number);
  }

  /** The name of the Java field of a structure's field. */
  public static String fieldName(int field) {
    return "f" + field;
  }

  /** The type of the Java field, or of the elements of the Java array. */
  public static ClassDesc stored(StorageType storage) {
    return switch (storage) {
      case PackedType.I8 -> ConstantDescs.CD_byte;
      case PackedType.I16 -> ConstantDescs.CD_short;
      case NumType.I32 -> ConstantDescs.CD_int;
      case NumType.I64 -> ConstantDescs.CD_long;
      case NumType.F32 -> ConstantDescs.CD_float;
      case NumType.F64 -> ConstantDescs.CD_double;
      case VecType _ -> ClassDesc.of(V128.class.getName());
      case RefType _ -> ConstantDescs.CD_Object;
    };
  }

  /** The class above those of all arrays with such elements. */
  public static Class<? extends ArrayInstance> arraysOf(StorageType storage) {
    return switch (storage) {
      case PackedType.I8 -> I8Array.class;
      case PackedType.I16 -> I16Array.class;
      case NumType.I32 -> I32Array.class;
      case NumType.I64 -> I64Array.class;
      case NumType.F32 -> F32Array.class;
      case NumType.F64 -> F64Array.class;
      case VecType _, RefType _ -> ObjectArray.class;
    };
  }

  /** A new structure with the default values of all fields. */
  public StructInstance newStruct(int number) {
    StructInstance[] known = structs;
    boolean isKnown = number < known.length && known[number] != null;
    return (isKnown ? known[number] : firstStruct(number)).fresh();
  }

  private synchronized StructInstance firstStruct(int number) {
    StructInstance[] grown = Arrays.copyOf(structs, Math.max(structs.length, number + 16));
    try {
      grown[number] = (StructInstance) load(number).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(PREFIX + number, e);
    }
    structs = grown;
    return grown[number];
  }

  /** A new array with {@code length} elements of their default value. */
  public ArrayInstance newArray(int number, int length) {
    ArrayInstance[] known = arrays;
    boolean isKnown = number < known.length && known[number] != null;
    ArrayInstance array = (isKnown ? known[number] : firstArray(number)).fresh(length);
    if (element(number) instanceof VecType) {
      array.fill(0, 0, V128.ZERO, length);
    }
    return array;
  }

  private synchronized ArrayInstance firstArray(int number) {
    ArrayInstance[] grown = Arrays.copyOf(arrays, Math.max(arrays.length, number + 16));
    try {
      Class<?> elements = arraysOf(element(number)).getField("elements").getType();
      grown[number] =
          (ArrayInstance)
              load(number)
                  .getConstructor(elements)
                  .newInstance(java.lang.reflect.Array.newInstance(elements.componentType(), 0));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(PREFIX + number, e);
    }
    arrays = grown;
    return grown[number];
  }

  private StorageType element(int number) {
    return ((ArrayType) types.get(number).composite()).element().storage();
  }

  private Class<?> load(int number) throws ClassNotFoundException {
    return loadClass(PREFIX + number);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!isNameOf(name)) {
      throw new ClassNotFoundException(name);
    }
    int mark = name.indexOf(PART);
    int number = Integer.parseInt(name.substring(PREFIX.length(), mark < 0 ? name.length() : mark));
    SubType type = types.get(number);
    byte[] bytes =
        switch (type.composite()) {
          case ArrayType array -> array(number, type, array);
          case StructType struct -> {
            int part = mark < 0 ? -1 : Integer.parseInt(name.substring(mark + 1));
            yield struct(number, type, struct.fields(), part);
          }
          case CompositeType _ -> throw new ClassNotFoundException(name);
        };
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] array(int number, SubType type, ArrayType array) {
    Class<?> base = arraysOf(array.element().storage());
    return new ArrayAssembler(
            classOf(number),
            type.supers().isEmpty()
                ? ClassDesc.of(base.getName())
                : classOf(type.supers().getFirst()),
            number,
            elementsOf(array.element().storage()))
        .assemble(type.isFinal());
  }

  /** The type of the elements of the Java array. */
  public static ClassDesc elementsOf(StorageType storage) {
    return storage instanceof VecType ? ConstantDescs.CD_Object : stored(storage);
  }

  /**
   * The class of a structure type, or one with some of its fields.
   *
   * @param part which of those with some fields; −1 for the type's own
   */
  private byte[] struct(int number, SubType type, List<FieldType> fields, int part) {
    int first = type.supers().isEmpty() ? 0 : fieldCount(type.supers().getFirst());
    int parts = Math.max(0, (fields.size() - first - 1) / FIELDS);
    int index = part < 0 ? parts : part;
    int from = first + index * FIELDS;
    ClassDesc above =
        type.supers().isEmpty()
            ? ClassDesc.of(StructInstance.class.getName())
            : classOf(type.supers().getFirst());
    StructAssembler assembler =
        new StructAssembler(
            part < 0 ? classOf(number) : partOf(number, part),
            index == 0 ? above : partOf(number, index - 1),
            fields.subList(from, Math.min(from + FIELDS, fields.size())),
            from);
    return part < 0
        ? assembler.assemble(number, fields.size(), type.isFinal())
        : assembler.assemblePart();
  }

  private static ClassDesc partOf(int number, int part) {
    return ClassDesc.of(PREFIX + number + PART + part);
  }

  private int fieldCount(int number) {
    return ((StructType) types.get(number).composite()).fields().size();
  }
}
