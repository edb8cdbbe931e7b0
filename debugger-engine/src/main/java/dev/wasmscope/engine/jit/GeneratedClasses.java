package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.vector.VectorClasses;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads generated classes, and hands them the objects they refer to: a class with constants takes
 * them into static final fields when it is initialised, so that HotSpot knows them.
 */
public class GeneratedClasses extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final Map<String, Object[]> constants = new ConcurrentHashMap<>();

  GeneratedClasses(ClassLoader parent) {
    super(parent);
  }

  /** Defines a class without constants. */
  Class<?> define(ClassDesc name, byte[] bytes) {
    return defineClass(binaryName(name), bytes, 0, bytes.length);
  }

  /** Defines a class that takes {@code objects} when it is initialised. */
  Class<?> define(ClassDesc name, byte[] bytes, List<Object> objects) {
    constants.put(binaryName(name), objects.toArray());
    return define(name, bytes);
  }

  static String binaryName(ClassDesc name) {
    return name.packageName() + "." + name.displayName();
  }

  /** The constants of a generated class; called by the class itself, once. */
  public static Object[] constantsOf(Class<?> generated) {
    return ((GeneratedClasses) generated.getClassLoader()).constants.remove(generated.getName());
  }

  /** A new object of a generated class with a constructor without parameters. */
  static <T> T instantiate(Class<?> generated, Class<T> type) {
    try {
      return type.cast(generated.getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(generated.getName(), e);
    }
  }

  /**
   * Initialises all classes that a class file speaks of. HotSpot compiles no code for calls of
   * those that a loader has not loaded, or that are not initialised, and it does not load any.
   */
  static void initialiseAll(byte[] bytes, ClassLoader loader) {
    Set<ClassDesc> named = new LinkedHashSet<>();
    for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
      switch (entry) {
        case ClassEntry type -> named.add(type.asSymbol());
        case MethodRefEntry method -> {
          VectorClasses.prepare(
              method.owner().asSymbol(), method.name().stringValue(), method.typeSymbol());
          named.add(method.typeSymbol().returnType());
          named.addAll(method.typeSymbol().parameterList());
        }
        default -> {}
      }
    }
    try {
      for (ClassDesc type : named) {
        if (type.isClassOrInterface()) {
          Class.forName(binaryName(type), true, loader);
        }
      }
    } catch (ClassNotFoundException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** Adds a constructor that does nothing. */
  static void withConstructor(java.lang.classfile.ClassBuilder type, ClassDesc superclass) {
    type.withMethodBody(
        ConstantDescs.INIT_NAME,
        ConstantDescs.MTD_void,
        ClassFile.ACC_PUBLIC,
        code ->
            code.aload(0)
                .invokespecial(superclass, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .return_());
  }

  /** Adds a static final field for each constant and the initialiser that fills them. */
  static void withConstants(
      java.lang.classfile.ClassBuilder type, ClassDesc self, List<Constant> fields) {
    for (Constant field : fields) {
      type.withField(field.name(), field.type(), ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
    }
    type.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME,
        ConstantDescs.MTD_void,
        ClassFile.ACC_STATIC,
        code -> initialise(code, self, fields));
  }

  private static void initialise(CodeBuilder code, ClassDesc self, List<Constant> fields) {
    code.loadConstant(self)
        .invokestatic(
            ClassDesc.of(GeneratedClasses.class.getName()),
            "constantsOf",
            MethodTypeDesc.of(ConstantDescs.CD_Object.arrayType(), ConstantDescs.CD_Class))
        .astore(0);
    for (int i = 0; i < fields.size(); i++) {
      code.aload(0)
          .loadConstant(i)
          .aaload()
          .checkcast(fields.get(i).type())
          .putstatic(self, fields.get(i).name(), fields.get(i).type());
    }
    code.return_();
  }

  /** A static final field. */
  record Constant(String name, ClassDesc type) {}

  /** Flags of every generated class. */
  static final int FLAGS = ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER;
}
