package dev.wasmscope.wasm.module;

import dev.wasmscope.wasm.type.RefType;
import java.util.List;

/** References for tables (§2.5.6). */
public record ElementSegment(RefType type, Items items, SegmentMode mode) {

  /** The elements, in one of the two forms of the binary format. */
  public sealed interface Items {

    /** Number of elements. */
    int size();
  }

  /** Function indices. */
  public record Functions(List<Integer> indices) implements Items {

    public Functions {
      indices = List.copyOf(indices);
    }

    @Override
    public int size() {
      return indices.size();
    }
  }

  /** Constant expressions, each up to and with its {@code end}. */
  public record Expressions(List<ByteSlice> expressions) implements Items {

    public Expressions {
      expressions = List.copyOf(expressions);
    }

    @Override
    public int size() {
      return expressions.size();
    }
  }
}
