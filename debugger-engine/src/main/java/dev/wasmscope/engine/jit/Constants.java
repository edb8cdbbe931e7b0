package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The objects that a generated class refers to, in static final fields. */
final class Constants {

  private final ClassDesc owner;
  private final List<GeneratedClasses.Constant> fields = new ArrayList<>();
  private final List<Object> objects = new ArrayList<>();
  private final IdentityHashMap<Object, Integer> known = new IdentityHashMap<>();

  Constants(ClassDesc owner) {
    this.owner = owner;
  }

  /** Pushes an object. */
  void load(CodeBuilder code, Object object, Class<?> type) {
    int number = known.computeIfAbsent(object, _ -> add(object, type));
    GeneratedClasses.Constant field = fields.get(number);
    code.getstatic(owner, field.name(), field.type());
  }

  private int add(Object object, Class<?> type) {
    objects.add(object);
    fields.add(new GeneratedClasses.Constant("c" + objects.size(), ClassDesc.of(type.getName())));
    return objects.size() - 1;
  }

  List<GeneratedClasses.Constant> fields() {
    return fields;
  }

  List<Object> objects() {
    return objects;
  }
}
