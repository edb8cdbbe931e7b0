package dev.wasmscope.engine.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Blocks of zeroed memory outside the Java heap, freed when nothing refers to them any more. Large
 * ones come from the C library, which leaves it to the operating system to provide pages when they
 * are first touched. Java's own allocation writes to them all; writing to smaller ones takes less
 * time than linking calls of the C library.
 */
final class NativeBlock {

  private static final long LARGE = 8L << 20;
  private static final long ALIGNMENT = 16;

  /** The C library's {@code calloc} and {@code free}. */
  private record Allocator(MethodHandle calloc, MethodHandle free) {

    @SuppressWarnings("restricted")
    static Optional<Allocator> find() {
      try {
        Linker linker = Linker.nativeLinker();
        var size = ValueLayout.JAVA_LONG;
        var calloc = linker.defaultLookup().find("calloc").orElseThrow();
        var free = linker.defaultLookup().find("free").orElseThrow();
        return Optional.of(
            new Allocator(
                linker.downcallHandle(
                    calloc, FunctionDescriptor.of(ValueLayout.ADDRESS, size, size)),
                linker.downcallHandle(free, FunctionDescriptor.ofVoid(ValueLayout.ADDRESS))));
      } catch (RuntimeException e) {
        // No native access granted, or no such library: Java's own allocation serves.
        return Optional.empty();
      }
    }

    @SuppressWarnings("restricted")
    Optional<MemorySegment> allocate(long bytes) {
      MemorySegment block;
      try {
        block = (MemorySegment) calloc.invokeExact(1L, bytes);
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
      return block.address() == 0
          ? Optional.empty()
          : Optional.of(block.reinterpret(bytes, Arena.ofAuto(), this::release));
    }

    private void release(MemorySegment block) {
      try {
        free.invokeExact(block);
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Lazy {
    static final Optional<Allocator> ALLOCATOR = Allocator.find();
  }

  private NativeBlock() {}

  /** A zeroed block, or empty if the machine has none of that size. */
  static Optional<MemoryBytes> allocate(long bytes) {
    try {
      if (bytes < LARGE) {
        return Optional.of(new MemoryBytes(ByteBuffer.allocateDirect((int) bytes)));
      }
      Optional<Allocator> allocator = Lazy.ALLOCATOR;
      return allocator.isPresent()
          ? allocator.get().allocate(bytes).map(MemoryBytes::new)
          : Optional.of(new MemoryBytes(Arena.ofAuto().allocate(bytes, ALIGNMENT)));
    } catch (OutOfMemoryError e) {
      return Optional.empty();
    }
  }
}
