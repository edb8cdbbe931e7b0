package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/**
 * Emits little-endian, unaligned reading and writing at machine addresses whose bounds have been
 * checked. Of integers as many bytes are read and written as their Java type has.
 */
interface Access {

  /** The way that is allowed to classes of {@code loader}. */
  static Access in(GeneratedClasses loader) {
    return RawAccess.isAllowed(loader) ? RawAccess.in(loader) : new SegmentAccess();
  }

  /** The address on Java's operand stack becomes what {@link #read} and {@link #write} take. */
  void aim(CodeBuilder code);

  /** Replaces what {@link #aim} left by the value there. */
  void read(CodeBuilder code, TypeKind type);

  /** Takes what {@link #aim} left, and the value above it. */
  void write(CodeBuilder code, TypeKind type);

  /** The type of values of {@code width} bytes. */
  static TypeKind type(int width) {
    return switch (width) {
      case Byte.BYTES -> TypeKind.BYTE;
      case Short.BYTES -> TypeKind.SHORT;
      case Integer.BYTES -> TypeKind.INT;
      case Long.BYTES -> TypeKind.LONG;
      default -> throw new IllegalArgumentException("width " + width);
    };
  }

  /** The name of a method for values of a type: {@code verb} and Java's name of the type. */
  static String name(String verb, TypeKind type) {
    String name = type.upperBound().displayName();
    return verb + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
