package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TableType;
import java.util.OptionalLong;

/** Types of memories and tables with their limits (§5.3.8 to §5.3.10). */
final class LimitsCodec {

  private static final int HAS_MAX = 1;
  private static final int SHARED = 2;
  private static final int ADDRESS_64 = 4;
  private static final int PAGE_SIZE = 8;

  private LimitsCodec() {}

  static MemoryType memory(SectionInput in) {
    int flags = flags(in, memoryFlags(in));
    Limits limits = limits(in.bytes(), flags);
    int pageSize = (flags & PAGE_SIZE) != 0 ? pageSize(in) : MemoryType.DEFAULT_PAGE_SIZE_LOG2;
    return new MemoryType(address(flags), limits, (flags & SHARED) != 0, pageSize);
  }

  private static int memoryFlags(SectionInput in) {
    return HAS_MAX
        | ADDRESS_64
        | (in.features().has(Feature.THREADS) ? SHARED : 0)
        | (in.features().has(Feature.CUSTOM_PAGE_SIZES) ? PAGE_SIZE : 0);
  }

  private static int pageSize(SectionInput in) {
    int start = in.bytes().position();
    int log2 = in.bytes().u32();
    if (Integer.compareUnsigned(log2, Long.SIZE) >= 0) {
      throw in.bytes()
          .error(
              DiagnosticCode.PAGE_SIZE,
              start,
              "2^" + Integer.toUnsignedString(log2) + " bytes; allowed are 1 and 65536");
    }
    return log2;
  }

  static TableType table(SectionInput in) {
    RefType element = TypeReader.refType(in.bytes());
    int flags = flags(in, HAS_MAX | ADDRESS_64);
    return new TableType(address(flags), limits(in.bytes(), flags), element);
  }

  private static int flags(SectionInput in, int allowed) {
    int start = in.bytes().position();
    int flags = in.bytes().u8();
    if ((flags & ~allowed) != 0) {
      throw unknownFlag(in, start, flags);
    }
    return flags;
  }

  private static DiagnosticException unknownFlag(SectionInput in, int start, int flags) {
    DiagnosticException error =
        in.bytes().error(DiagnosticCode.LIMITS_FLAGS, start, "0x" + Integer.toHexString(flags));
    Feature feature =
        switch (flags & ~(HAS_MAX | ADDRESS_64)) {
          case SHARED -> Feature.THREADS;
          case PAGE_SIZE, PAGE_SIZE | SHARED -> Feature.CUSTOM_PAGE_SIZES;
          default -> Feature.MVP;
        };
    if (feature == Feature.MVP || in.features().has(feature)) {
      return error;
    }
    return new DiagnosticException(
        error
            .diagnostic()
            .withRemedy("It is of the feature " + feature.id() + ", which is switched off."));
  }

  private static AddressType address(int flags) {
    return (flags & ADDRESS_64) != 0 ? AddressType.I64 : AddressType.I32;
  }

  private static Limits limits(ByteReader in, int flags) {
    long min = in.u64();
    return new Limits(
        min, (flags & HAS_MAX) != 0 ? OptionalLong.of(in.u64()) : OptionalLong.empty());
  }

  static void write(ByteWriter out, MemoryType type) {
    boolean ownPageSize = type.pageSizeLog2() != MemoryType.DEFAULT_PAGE_SIZE_LOG2;
    int flags = (type.shared() ? SHARED : 0) | (ownPageSize ? PAGE_SIZE : 0);
    write(out, type.limits(), type.address(), flags);
    if (ownPageSize) {
      out.u32(type.pageSizeLog2());
    }
  }

  static void write(ByteWriter out, TableType type) {
    TypeWriter.storageType(out, type.element());
    write(out, type.limits(), type.address(), 0);
  }

  private static void write(ByteWriter out, Limits limits, AddressType address, int flags) {
    out.u8(
        flags
            | (limits.max().isPresent() ? HAS_MAX : 0)
            | (address == AddressType.I64 ? ADDRESS_64 : 0));
    out.u64(limits.min());
    limits.max().ifPresent(out::u64);
  }
}
