package dev.wasmscope.app.startup;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.nio.ByteBuffer;

/**
 * Renews classes from before Java 6. They are without stack maps; the JVM verifies them at every
 * start instead of once for its cache.
 */
final class OldClass {

  private static final int MAJOR_VERSION = 6;

  private OldClass() {}

  static boolean isOld(byte[] classFile) {
    return ByteBuffer.wrap(classFile).getShort(MAJOR_VERSION) < ClassFile.JAVA_6_VERSION;
  }

  /** The same class with stack maps, if it has been without. */
  static byte[] renew(byte[] classFile) {
    if (!isOld(classFile)) {
      return classFile;
    }
    ClassFile renewing = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
    ClassModel old = renewing.parse(classFile);
    return renewing.transformClass(
        old,
        // Code that is only passed on would be copied as it is.
        ClassTransform.transformingMethodBodies(CodeBuilder::with)
            .andThen(
                ClassTransform.endHandler(type -> type.withVersion(ClassFile.JAVA_8_VERSION, 0))));
  }
}
