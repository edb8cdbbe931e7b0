package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.TableType;
import java.util.OptionalLong;

/** Sizes of memories and tables (§3.2.12 to §3.2.15, threads and custom page sizes proposals). */
final class LimitsRules {

  private LimitsRules() {}

  /** Receives what is wrong; {@code rest} goes on behind the wording. */
  @FunctionalInterface
  interface Errors {
    void report(DiagnosticCode code, String rest);
  }

  static void memory(MemoryType type, Errors errors) {
    int log2 = type.pageSizeLog2();
    if (log2 != 0 && log2 != MemoryType.DEFAULT_PAGE_SIZE_LOG2) {
      errors.report(DiagnosticCode.PAGE_SIZE, ": 2^" + log2 + " bytes; allowed are 1 and 65536");
      return;
    }
    int bits = type.address() == AddressType.I32 ? Integer.SIZE : Long.SIZE;
    // 2^64 pages of a byte cannot be written down; every 64-bit number is allowed then.
    if (bits - log2 < Long.SIZE) {
      long most = log2 == 0 ? (1L << bits) - 1 : 1L << (bits - log2);
      String words = log2 == 0 ? " 2^" + bits + " - 1 bytes" : pages(type.address());
      range(type.limits(), most, DiagnosticCode.MEMORY_SIZE, words, errors);
    }
    order(type.limits(), errors);
    if (type.shared() && type.limits().max().isEmpty()) {
      errors.report(DiagnosticCode.SHARED_WITHOUT_MAX, "");
    }
  }

  private static String pages(AddressType address) {
    return address == AddressType.I32 ? " 65536 pages (4GiB)" : " 2^48 pages (16EiB)";
  }

  static void table(TableType type, Errors errors) {
    if (type.address() == AddressType.I32) {
      range(type.limits(), 0xFFFF_FFFFL, DiagnosticCode.TABLE_SIZE, " 2^32 - 1 elements", errors);
    }
    order(type.limits(), errors);
  }

  private static void range(
      Limits limits, long most, DiagnosticCode code, String words, Errors errors) {
    OptionalLong max = limits.max();
    if (isOver(limits.min(), most) || (max.isPresent() && isOver(max.getAsLong(), most))) {
      errors.report(code, words + ", found " + limits);
    }
  }

  private static boolean isOver(long size, long most) {
    return Long.compareUnsigned(size, most) > 0;
  }

  private static void order(Limits limits, Errors errors) {
    if (limits.max().isPresent() && isOver(limits.min(), limits.max().getAsLong())) {
      errors.report(DiagnosticCode.LIMITS, ": " + limits);
    }
  }
}
