package dev.wasmscope.engine.vector;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Annotation;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where compiled code finds the methods of this package. */
public final class VectorClasses {

  private static final String MODULE = "jdk.incubator.vector";
  private static final ClassDesc FORCE_INLINE =
      ClassDesc.of("jdk.internal.vm.annotation.ForceInline");
  private static final int BITS = 128;

  private static final List<String> NAMES =
      List.of(
          "V128Vectors",
          "I8x16Vectors",
          "I16x8Vectors",
          "I32x4Vectors",
          "I64x2Vectors",
          "F32x4Vectors",
          "F64x2Vectors",
          "Lanes",
          "PlainLanes",
          "Widths",
          "Conversions");

  private static final Set<String> PREPARED = ConcurrentHashMap.newKeySet();

  private VectorClasses() {}

  private static final class Found {
    static final Optional<VectorClasses> CLASSES = load();
  }

  /**
   * The classes; nothing if this Java has no vectors, does not allow to load them, or has no
   * compiler that makes instructions of them. Takes a moment when it is first asked.
   */
  public static Optional<VectorClasses> find() {
    return Found.CLASSES;
  }

  /** The class that does the work of the class {@code ops} of {@code engine.numeric}. */
  public ClassDesc standingFor(Class<?> ops) {
    return named(ops.getSimpleName().replace("Ops", "Vectors"));
  }

  /** A class by its simple name. */
  public ClassDesc named(String name) {
    return ClassDesc.of(VectorClasses.class.getPackageName(), name);
  }

  /**
   * The class of {@code boolean isOptimised(Object)}, whether the optimising compiler has made the
   * code that asks, with any constant, and {@code boolean seldom(boolean)}, what is hardly ever
   * true.
   */
  public ClassDesc hotSpot() {
    return HotSpotAssembler.SELF;
  }

  /**
   * Calls a method, if it is one of these classes, with any arguments, once: so that all that it
   * refers to is there when HotSpot compiles who calls it.
   */
  public static void prepare(ClassDesc owner, String name, MethodTypeDesc type) {
    if (owner.packageName().equals(VectorClasses.class.getPackageName())
        && !owner.displayName().equals("Lanes")
        && PREPARED.add(owner.displayName() + name)) {
      ClassLoader loader = VectorClasses.class.getClassLoader();
      try {
        Class<?> declaring = Class.forName(owner.packageName() + "." + owner.displayName());
        MethodType signature =
            MethodType.fromMethodDescriptorString(type.descriptorString(), loader);
        Method method = declaring.getMethod(name, signature.parameterArray());
        Object[] arguments = new Object[signature.parameterCount()];
        for (int i = 0; i < arguments.length; i++) {
          arguments[i] = anything(declaring, signature.parameterType(i));
        }
        method.invoke(null, arguments);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(owner.displayName() + "." + name, e);
      }
    }
  }

  private static Object anything(Class<?> declaring, Class<?> type)
      throws ReflectiveOperationException {
    if (type.getSimpleName().equals("Comparison")) {
      return type.getDeclaringClass().getField("EQ").get(null);
    }
    return type.isPrimitive()
        ? Array.get(Array.newInstance(type, 1), 0)
        : Class.forName(declaring.getPackageName() + ".V128Vectors").getMethod("zero").invoke(null);
  }

  private static Optional<VectorClasses> load() {
    try {
      if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
        Class.forName("jdk.internal.module.Modules")
            .getMethod("loadModule", String.class)
            .invoke(null, MODULE);
      }
      if (!isKnownToTheCompiler()) {
        return Optional.empty();
      }
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
    defineAlwaysInlined();
    return isDefined() ? Optional.of(new VectorClasses()) : Optional.empty();
  }

  /** Whether what only the boot loader can define is there. */
  private static boolean isDefined() {
    try {
      Class.forName(HotSpotAssembler.NAME);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Without a compiler that makes instructions of vectors, Java prefers the shortest ones. */
  private static boolean isKnownToTheCompiler() throws ReflectiveOperationException {
    Class<?> shape = Class.forName(MODULE + ".VectorShape");
    Object preferred = shape.getMethod("preferredShape").invoke(null);
    return (int) shape.getMethod("vectorBitSize").invoke(preferred) >= BITS;
  }

  /**
   * Has the boot loader, which is asked first, load the classes, with an annotation that counts
   * only there: HotSpot inlines their methods always. Without it HotSpot stops inlining in large
   * functions, and makes an object of every vector there. Java must have been started with {@code
   * --add-exports java.base/jdk.internal.misc=ALL-UNNAMED}.
   */
  private static void defineAlwaysInlined() {
    try {
      Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
      Object unsafe = type.getMethod("getUnsafe").invoke(null);
      Method define =
          type.getMethod(
              "defineClass",
              String.class,
              byte[].class,
              int.class,
              int.class,
              ClassLoader.class,
              ProtectionDomain.class);
      boolean lean = exportSupport();
      for (String name : NAMES) {
        byte[] bytes = alwaysInlined(read(name, lean));
        define.invoke(unsafe, null, bytes, 0, bytes.length, null, null);
      }
      byte[] bytes = alwaysInlined(HotSpotAssembler.assemble());
      define.invoke(unsafe, null, bytes, 0, bytes.length, null, null);
    } catch (InvocationTargetException | IllegalAccessException e) {
      // Not allowed, or somebody in this Java has done it already.
      return;
    } catch (ReflectiveOperationException | IOException e) {
      throw new LinkageError(VectorClasses.class.getPackageName(), e);
    }
  }

  private static byte[] read(String name, boolean lean) throws IOException {
    if (lean && name.equals("Lanes")) {
      return LanesAssembler.assemble();
    }
    try (InputStream in = VectorClasses.class.getResourceAsStream(name + ".class")) {
      return in.readAllBytes();
    }
  }

  private static byte[] alwaysInlined(byte[] bytes) {
    ClassFile file = ClassFile.of();
    return file.transformClass(file.parse(bytes), VectorClasses::addAnnotation);
  }

  /** Whether the boot loader's classes may now call what {@link LanesAssembler} needs. */
  private static boolean exportSupport() {
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("addExportsToAllUnnamed", Module.class, String.class)
          .invoke(null, Object.class.getModule(), LanesAssembler.SUPPORT_PACKAGE);
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static void addAnnotation(ClassBuilder builder, ClassElement element) {
    if (element instanceof MethodModel method) {
      builder.transformMethod(
          method,
          MethodTransform.endHandler(
              end -> end.with(RuntimeVisibleAnnotationsAttribute.of(Annotation.of(FORCE_INLINE)))));
    } else {
      builder.with(element);
    }
  }
}
