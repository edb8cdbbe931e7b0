package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Method;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Makes a class with the methods of {@link SegmentAccess} on Java's internal {@code Unsafe}: before
 * HotSpot has optimised a method, one access through a memory segment costs some twenty calls. Java
 * must have been started with {@code --add-exports java.base/jdk.internal.misc=ALL-UNNAMED}.
 */
final class RawAccess {

  private static final String PACKAGE = "jdk.internal.misc";
  private static final ClassDesc UNSAFE = ClassDesc.of(PACKAGE, "Unsafe");
  private static final ClassDesc SELF = ClassDesc.of("wasm.RawAccess");

  private RawAccess() {}

  /** Whether Java was started so, and the machine stores the low byte first. */
  static boolean isAllowed(ClassLoader user) {
    return Object.class.getModule().isExported(PACKAGE, user.getUnnamedModule())
        && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  }

  /** The class that reads and writes for the classes of {@code loader}. */
  static ClassDesc in(GeneratedClasses loader) {
    if (!isAllowed(loader)) {
      return ClassDesc.of(SegmentAccess.class.getName());
    }
    loader.define(SELF, assemble());
    return SELF;
  }

  private static byte[] assemble() {
    return ClassFile.of()
        .build(
            SELF,
            type -> {
              type.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL);
              Arrays.stream(SegmentAccess.class.getDeclaredMethods())
                  .forEach(
                      method ->
                          type.withMethodBody(
                              method.getName(),
                              descriptor(method),
                              ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                              code -> emit(code, method)));
            });
  }

  private static MethodTypeDesc descriptor(Method method) {
    return MethodTypeDesc.ofDescriptor(
        java.lang.invoke.MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString());
  }

  private static void emit(CodeBuilder code, Method method) {
    MethodTypeDesc type = descriptor(method);
    boolean reads = !type.returnType().equals(ConstantDescs.CD_void);
    ClassDesc value = reads ? type.returnType() : type.parameterType(1);
    String name =
        Character.toUpperCase(value.displayName().charAt(0)) + value.displayName().substring(1);
    code.invokestatic(UNSAFE, "getUnsafe", MethodTypeDesc.of(UNSAFE)).lload(0);
    if (reads) {
      code.invokevirtual(UNSAFE, "get" + name, MethodTypeDesc.of(value, CD_long));
    } else {
      code.loadLocal(java.lang.classfile.TypeKind.from(value), 2)
          .invokevirtual(
              UNSAFE, "put" + name, MethodTypeDesc.of(ConstantDescs.CD_void, CD_long, value));
    }
    code.return_(java.lang.classfile.TypeKind.from(type.returnType()));
  }
}
