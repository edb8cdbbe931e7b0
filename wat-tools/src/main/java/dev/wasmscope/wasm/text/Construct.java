package dev.wasmscope.wasm.text;

/** What is open around the instruction that is parsed next. */
enum Construct {
  /** {@code block … end} and its like. */
  FLAT_BLOCK,
  FLAT_IF,
  FLAT_ELSE,
  FLAT_TRY,
  FLAT_CATCH,
  FLAT_CATCH_ALL,
  /** {@code (i32.add operands)}: the instruction follows its operands. */
  OPERANDS,
  /** {@code (block instructions)} and its like. */
  BLOCK,
  /** {@code (if} before {@code (then}. */
  IF_CONDITION,
  /** Behind {@code (then …)}. */
  IF_THEN,
  /** Behind {@code (else …)}. */
  IF_ELSE,
  /** {@code (try} before {@code (do}. */
  TRY,
  /** Behind {@code (do …)}. */
  TRY_DO,
  /** Behind a {@code (catch …)}. */
  TRY_CATCH,
  /** Behind {@code (catch_all …)}. */
  TRY_CATCH_ALL,
  /** Behind {@code (delegate …)}, which has ended the block. */
  TRY_DELEGATE,
  /** {@code (then instructions)} and its like. */
  ARM,
  /** Something that was not understood; its instructions still are. */
  BROKEN;

  /** Whether the construct ends at {@code end}, not at a parenthesis. */
  boolean isFlat() {
    return switch (this) {
      case FLAT_BLOCK, FLAT_IF, FLAT_ELSE, FLAT_TRY, FLAT_CATCH, FLAT_CATCH_ALL -> true;
      default -> false;
    };
  }

  /** Whether instructions in a sequence may stand here. */
  boolean holdsInstructions() {
    return isFlat() || this == BLOCK || this == ARM || this == BROKEN;
  }
}
