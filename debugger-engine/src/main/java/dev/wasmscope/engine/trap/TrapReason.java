package dev.wasmscope.engine.trap;

/**
 * The reasons for which execution of WebAssembly may trap.
 *
 * <p>The wording is the specification's, as its official test suite expects it: a message of ours
 * must start with exactly these words. An uncaught exception is no trap and has no row here.
 */
public enum TrapReason {
  UNREACHABLE("unreachable"),
  INTEGER_DIVIDE_BY_ZERO("integer divide by zero"),
  INTEGER_OVERFLOW("integer overflow"),
  INVALID_CONVERSION_TO_INTEGER("invalid conversion to integer"),
  OUT_OF_BOUNDS_MEMORY_ACCESS("out of bounds memory access"),
  OUT_OF_BOUNDS_TABLE_ACCESS("out of bounds table access"),
  OUT_OF_BOUNDS_ARRAY_ACCESS("out of bounds array access"),
  UNDEFINED_ELEMENT("undefined element"),
  UNINITIALIZED_ELEMENT("uninitialized element"),
  INDIRECT_CALL_TYPE_MISMATCH("indirect call type mismatch"),
  NULL_REFERENCE("null reference"),
  NULL_FUNCTION_REFERENCE("null function reference"),
  NULL_STRUCTURE_REFERENCE("null structure reference"),
  NULL_ARRAY_REFERENCE("null array reference"),
  NULL_I31_REFERENCE("null i31 reference"),
  NULL_EXCEPTION_REFERENCE("null exception reference"),
  CAST_FAILURE("cast failure"),
  CALL_STACK_EXHAUSTED("call stack exhausted"),
  UNALIGNED_ATOMIC("unaligned atomic"),
  EXPECTED_SHARED_MEMORY("expected shared memory"),
  OUT_OF_MEMORY("out of memory"),
  OUT_OF_FUEL("out of fuel"),
  OUT_OF_TIME("out of time"),
  INVALID_STRING("invalid string"),
  OUT_OF_BOUNDS_STRING_ACCESS("out of bounds string access");

  private final String wording;

  TrapReason(String wording) {
    this.wording = wording;
  }

  /** The specification's words for this reason, e.g. {@code integer divide by zero}. */
  public String wording() {
    return wording;
  }
}
