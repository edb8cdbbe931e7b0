package dev.wasmscope.wasm.text;

/** Kinds of tokens (§6.3), white space, comments and what cannot be a token included. */
public enum TokenKind {
  WHITE_SPACE,
  LINE_COMMENT,
  BLOCK_COMMENT,
  /** {@code (}. */
  LEFT,
  /** {@code )}. */
  RIGHT,
  KEYWORD,
  /** {@code $name} or {@code $"name"}. */
  ID,
  /** A number without sign, decimal or hexadecimal. */
  NATURAL,
  /** A number with a sign. */
  INTEGER,
  /** A number with a fraction or an exponent, infinity or a NaN. */
  FLOAT,
  STRING,
  /** The start of an annotation, {@code (@name} or {@code (@"name"}. */
  ANNOTATION,
  /** Characters that could be part of a token, but are none. */
  RESERVED,
  /** A character that may only stand in strings and comments. */
  ILLEGAL_CHARACTER,
  /** Bytes that are not UTF-8. */
  MALFORMED_UTF8,
  /** A string that reaches the end of its line. */
  UNCLOSED_STRING,
  /** A string with a control character in it. */
  ILLEGAL_STRING,
  /** A string with a backslash sequence that means nothing. */
  ILLEGAL_ESCAPE,
  /** A block comment that reaches the end of the text. */
  UNCLOSED_COMMENT,
  /** A dollar sign without a name. */
  EMPTY_ID,
  /** {@code (@} without a name. */
  EMPTY_ANNOTATION,
  /** Behind the last token. */
  END;

  /** Whether the parser passes over tokens of this kind. */
  public boolean isSpace() {
    return this == WHITE_SPACE || this == LINE_COMMENT || this == BLOCK_COMMENT;
  }

  /** Whether no text with such a token is well-formed, wherever it stands. */
  public boolean isFault() {
    return switch (this) {
      case ILLEGAL_CHARACTER,
          MALFORMED_UTF8,
          UNCLOSED_STRING,
          ILLEGAL_STRING,
          ILLEGAL_ESCAPE,
          UNCLOSED_COMMENT,
          EMPTY_ID,
          EMPTY_ANNOTATION ->
          true;
      default -> false;
    };
  }

  /** Whether this is a number of any form. */
  public boolean isNumber() {
    return this == NATURAL || this == INTEGER || this == FLOAT;
  }
}
