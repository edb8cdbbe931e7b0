package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.ByteOrder;

/**
 * Access through Java's internal {@code Unsafe}: before HotSpot has optimised a method, one access
 * through a memory segment costs some twenty calls. Java must have been started with {@code
 * --add-exports java.base/jdk.internal.misc=ALL-UNNAMED}.
 */
final class RawAccess implements Access {

  private static final String PACKAGE = "jdk.internal.misc";
  private static final ClassDesc UNSAFE = ClassDesc.of(PACKAGE, "Unsafe");

  /** The class that is generated to hold the one {@code Unsafe}. */
  private static final ClassDesc HOLDER = ClassDesc.of("wasm.RawAccess");

  private static final String FIELD = "UNSAFE";

  private RawAccess() {}

  /** Whether Java was started so, and the machine stores the low byte first. */
  static boolean isAllowed(ClassLoader user) {
    return Object.class.getModule().isExported(PACKAGE, user.getUnnamedModule())
        && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
  }

  /** Access for the classes of {@code loader}. */
  static Access in(GeneratedClasses loader) {
    loader.define(HOLDER, ClassFile.of().build(HOLDER, RawAccess::holder));
    return new RawAccess();
  }

  private static void holder(java.lang.classfile.ClassBuilder type) {
    type.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL)
        .withField(FIELD, UNSAFE, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL)
        .withMethodBody(
            ConstantDescs.CLASS_INIT_NAME,
            ConstantDescs.MTD_void,
            ClassFile.ACC_STATIC,
            code ->
                code.invokestatic(UNSAFE, "getUnsafe", MethodTypeDesc.of(UNSAFE))
                    .putstatic(HOLDER, FIELD, UNSAFE)
                    .return_());
  }

  @Override
  public void aim(CodeBuilder code) {
    code.getstatic(HOLDER, FIELD, UNSAFE).aconst_null().dup2_x2().pop2();
  }

  @Override
  public void read(CodeBuilder code, TypeKind type) {
    ClassDesc value = type.upperBound();
    code.invokevirtual(
        UNSAFE, Access.name("get", type), MethodTypeDesc.of(value, CD_Object, CD_long));
  }

  @Override
  public void write(CodeBuilder code, TypeKind type) {
    ClassDesc value = type.upperBound();
    code.invokevirtual(
        UNSAFE, Access.name("put", type), MethodTypeDesc.of(CD_void, CD_Object, CD_long, value));
  }
}
