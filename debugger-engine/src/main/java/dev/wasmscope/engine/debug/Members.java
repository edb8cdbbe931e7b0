package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.runtime.ArrayInstance;
import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.StructInstance;
import dev.wasmscope.engine.runtime.TypeTest;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueScope;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.CompositeType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What objects of the heap consist of: fields of structures, elements of arrays, payloads of
 * exceptions. Read as they are at the moment, so only on a stopped thread or after the end.
 */
final class Members {

  private final Instance instance;
  private final Store store;
  private final ModuleTypes types;
  private final ValueScope scope;

  /** Speaks of types as {@code instance} does. */
  Members(Instance instance) {
    this.instance = instance;
    this.store = instance.store();
    this.types = new ModuleTypes(instance);
    this.scope = ValueScope.of(instance);
  }

  /** How many members an object has. */
  static int count(Value owner) {
    return switch (owner) {
      case Value.Ref(StructInstance struct, var _) -> struct.fieldCount();
      case Value.Ref(ArrayInstance array, var _) -> array.length();
      case Value.Ref(ExceptionInstance thrown, var _) -> thrown.tag().type().params().size();
      default -> 0;
    };
  }

  /**
   * Some members of an object; fewer where there are no more.
   *
   * @param depth how deep references among them are described
   */
  List<Variable> list(Value owner, int from, int count, int depth) {
    List<Variable> members = new ArrayList<>();
    int end = (int) Math.min(count(owner), (long) from + count);
    for (int i = Math.max(0, from); i < end; i++) {
      members.add(member(owner, i, depth));
    }
    return members;
  }

  /** The member with a name or, in digits, an index. */
  Optional<Variable> find(Value owner, String name) {
    if (name.matches("[0-9]{1,9}")) {
      return list(owner, Integer.parseInt(name), 1, 0).stream().findFirst();
    }
    return owner.slotObject() instanceof StructInstance
        ? list(owner, 0, count(owner), 0).stream().filter(m -> m.name().equals(name)).findFirst()
        : Optional.empty();
  }

  private Variable member(Value owner, int index, int depth) {
    return switch (owner) {
      case Value.Ref(StructInstance struct, var _) ->
          variable(
              index,
              fieldName(struct.typeNumber(), index),
              field(owner, index),
              struct.get(store, index),
              depth);
      case Value.Ref(ArrayInstance array, var _) ->
          variable(index, "", field(owner, index), array.get(store, index), depth);
      case Value.Ref(ExceptionInstance thrown, var _) -> {
        Value value = thrown.values().get(index);
        yield variable(index, "", new FieldType(value.type(), false), value, depth);
      }
      default -> throw new IllegalArgumentException("there is no member " + index);
    };
  }

  private Variable variable(int index, String name, FieldType type, Value value, int depth) {
    return of(index, name, types.rename(type).storage(), value, type.mutable(), depth);
  }

  /** A variable with the preview of its value. */
  Variable of(int index, String name, StorageType type, Value value, boolean mutable, int depth) {
    String preview =
        value instanceof Value.Ref ref ? new Describer(instance).describe(ref, depth) : "";
    return new Variable(
        index, name, type, scope.describe(type), value, preview, count(value), mutable);
  }

  /**
   * Replaces a member.
   *
   * @throws IllegalArgumentException with the reason if that is not possible
   */
  void set(Value owner, int index, Value value) {
    if (index < 0 || index >= count(owner)) {
      throw new IllegalArgumentException(
          "there is no member %d; there are %d".formatted(index, count(owner)));
    }
    FieldType type = field(owner, index);
    if (!type.mutable()) {
      throw new IllegalArgumentException(
          "the %s is immutable"
              .formatted(owner.slotObject() instanceof StructInstance ? "field" : "element"));
    }
    ValType expected = type.storage().unpacked();
    if (!TypeTest.fits(store, value, expected)) {
      throw new IllegalArgumentException(
          "expected %s, found %s".formatted(scope.describe(types.rename(expected)), value));
    }
    switch (owner) {
      case Value.Ref(StructInstance struct, var _) -> struct.set(index, value);
      case Value.Ref(ArrayInstance array, var _) -> array.set(index, value);
      default -> throw new IllegalStateException("only objects have mutable members");
    }
  }

  private FieldType field(Value owner, int index) {
    return switch (owner) {
      case Value.Ref(StructInstance struct, var _) ->
          ((StructType) composite(struct.typeNumber())).fields().get(index);
      case Value.Ref(ArrayInstance array, var _) ->
          ((ArrayType) composite(array.typeNumber())).element();
      default -> new FieldType(owner.type(), false);
    };
  }

  private CompositeType composite(int typeNumber) {
    return store.types().get(typeNumber).composite();
  }

  /** The type's name with its dollar sign, or its index in a module that has the type. */
  String typeName(int typeNumber) {
    return inModule(typeNumber)
        .map(
            m ->
                m.instance()
                    .module()
                    .names()
                    .of(Names.Space.TYPE, m.index())
                    .map(name -> "$" + name)
                    .orElse("type " + m.index()))
        .orElse("type");
  }

  private String fieldName(int typeNumber, int field) {
    return inModule(typeNumber)
        .flatMap(m -> m.instance().module().names().of(Names.NestedSpace.FIELD, m.index(), field))
        .orElse("");
  }

  private record InModule(Instance instance, int index) {}

  /** Where a type of the store is defined: here, or else in another module of the program. */
  private Optional<InModule> inModule(int typeNumber) {
    return Stream.concat(Stream.of(instance), store.instances().stream())
        .filter(i -> i.typeIndex(typeNumber).isPresent())
        .findFirst()
        .map(i -> new InModule(i, i.typeIndex(typeNumber).getAsInt()));
  }
}
