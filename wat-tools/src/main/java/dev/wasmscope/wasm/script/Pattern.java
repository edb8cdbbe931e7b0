package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.type.AbsHeapType;
import java.util.List;
import java.util.Optional;

/** What a result must look like. */
public sealed interface Pattern {

  /** The same type and the same bits; for {@link Literal.RefNull} a null of any type below. */
  record Exactly(Literal value) implements Pattern {}

  /** {@code (f32.const nan:…)} or {@code (f64.const nan:…)}. */
  record NotANumber(Width width, Nan nan) implements Pattern {}

  /**
   * {@code (v128.const shape …)} with floating-point lanes of which some need only be NaNs.
   *
   * @param lanes from lane 0: four of {@link Width#F32}, or two of {@link Width#F64}
   */
  record Lanes(Width width, List<Lane> lanes) implements Pattern {

    public Lanes {
      lanes = List.copyOf(lanes);
    }
  }

  /** {@code (ref.null)}: null, of any type. */
  record AnyNull() implements Pattern {}

  /**
   * {@code (ref.func)}, {@code (ref.struct)} …: a reference of this kind, not null.
   *
   * @param kind the abstract heap type that it must match
   */
  record RefKind(AbsHeapType kind) implements Pattern {}

  /** {@code (ref.func n)}: a reference to a function; the suite's index is not compared. */
  record RefFunc(Optional<Integer> index) implements Pattern {}

  /** {@code (either …)}: one of these. */
  record Either(List<Pattern> choices) implements Pattern {

    public Either {
      choices = List.copyOf(choices);
    }
  }

  /** Widths of floating-point numbers. */
  enum Width {
    F32,
    F64
  }

  /** Sets of NaNs (§4.3.3): of either sign. */
  enum Nan {
    /** Payload: only the topmost bit is set. */
    CANONICAL,
    /** Payload: at least the topmost bit is set. */
    ARITHMETIC
  }

  /** One lane: exact bits, or a set of NaNs. */
  sealed interface Lane {

    /** These bits; the low 32 of them in a lane of that width. */
    record Bits(long bits) implements Lane {}

    record NotANumber(Nan nan) implements Lane {}
  }
}
