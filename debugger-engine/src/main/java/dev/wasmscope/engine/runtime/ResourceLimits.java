package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.TableType;

/** What is said when a module wants more than the store's limits or the machine allow. */
final class ResourceLimits {

  private ResourceLimits() {}

  static DiagnosticException memory(MemoryType type, long limit) {
    return exceeded(
        "a memory of %s pages of %d bytes; the limit is %d bytes"
            .formatted(
                Long.toUnsignedString(type.limits().min()), 1L << type.pageSizeLog2(), limit),
        "Raise the memory limit, or give the memory a smaller minimum.");
  }

  static DiagnosticException table(TableType type, int limit) {
    return exceeded(
        "a table of %s elements; the limit is %d"
            .formatted(Long.toUnsignedString(type.limits().min()), limit),
        "Raise the table limit, or give the table a smaller minimum.");
  }

  private static DiagnosticException exceeded(String detail, String remedy) {
    return new DiagnosticException(
        Diagnostic.error(DiagnosticCode.RESOURCE_LIMIT, Span.at(0), detail).withRemedy(remedy));
  }
}
