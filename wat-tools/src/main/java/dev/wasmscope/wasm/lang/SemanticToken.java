package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.source.Span;

/** A part of a text with what it means, for its colour. */
public record SemanticToken(Span span, Kind kind) {

  /** Meanings. */
  public enum Kind {
    COMMENT,
    ANNOTATION,
    PARENTHESIS,
    KEYWORD,
    TYPE,
    INSTRUCTION,
    CONTROL_INSTRUCTION,
    NUMBER,
    STRING,
    FUNCTION,
    LOCAL,
    GLOBAL,
    LABEL,
    OTHER_NAME,
    ERROR
  }
}
