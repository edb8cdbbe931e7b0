package dev.wasmscope.wasm.source;

import static dev.wasmscope.wasm.source.DiagnosticCode.Kind.INVALID;
import static dev.wasmscope.wasm.source.DiagnosticCode.Kind.MALFORMED;
import static dev.wasmscope.wasm.source.DiagnosticCode.Kind.UNLINKABLE;
import static dev.wasmscope.wasm.source.DiagnosticCode.Kind.UNSUPPORTED;

/**
 * Every rule that an input can break, with the wording of the specification's test suite. The name
 * of a constant is its stable identity in files and JSON; the wording may be translated.
 */
public enum DiagnosticCode {
  // Binary format (specification, chapter 5).
  UNEXPECTED_END(MALFORMED, "unexpected end"),
  MAGIC_HEADER(MALFORMED, "magic header not detected"),
  BINARY_VERSION(MALFORMED, "unknown binary version"),
  SECTION_ID(MALFORMED, "malformed section id"),
  SECTION_SIZE(MALFORMED, "section size mismatch"),
  SECTION_ORDER(MALFORMED, "unexpected content after last section"),
  INTEGER_TOO_LONG(MALFORMED, "integer representation too long"),
  INTEGER_TOO_LARGE(MALFORMED, "integer too large"),
  LENGTH_OUT_OF_BOUNDS(MALFORMED, "length out of bounds"),
  UTF8(MALFORMED, "malformed UTF-8 encoding"),
  CODE_COUNT(MALFORMED, "function and code section have inconsistent lengths"),
  DATA_COUNT(MALFORMED, "data count and data section have inconsistent lengths"),
  DATA_COUNT_REQUIRED(MALFORMED, "data count section required"),
  TOO_MANY_LOCALS(MALFORMED, "too many locals"),
  ILLEGAL_OPCODE(MALFORMED, "illegal opcode"),
  END_EXPECTED(MALFORMED, "END opcode expected"),
  VALUE_TYPE(MALFORMED, "malformed value type"),
  REFERENCE_TYPE(MALFORMED, "malformed reference type"),
  HEAP_TYPE(MALFORMED, "malformed heap type"),
  DEFINITION_TYPE(MALFORMED, "malformed definition type"),
  MUTABILITY(MALFORMED, "malformed mutability"),
  LIMITS_FLAGS(MALFORMED, "malformed limits flags"),
  IMPORT_KIND(MALFORMED, "malformed import kind"),
  EXPORT_KIND(MALFORMED, "malformed export kind"),
  ELEMENT_KIND(MALFORMED, "malformed element kind"),
  SEGMENT_KIND(MALFORMED, "malformed segment kind"),
  MEMOP_FLAGS(MALFORMED, "malformed memop flags"),
  CAST_FLAGS(MALFORMED, "malformed cast flags"),
  CATCH_KIND(MALFORMED, "malformed catch clause"),
  PAGE_SIZE(MALFORMED, "invalid custom page size"),
  ZERO_BYTE(MALFORMED, "zero byte expected"),

  // Text format (specification, chapter 6).
  UNEXPECTED_TOKEN(MALFORMED, "unexpected token"),
  UNKNOWN_OPERATOR(MALFORMED, "unknown operator"),
  CONSTANT_RANGE(MALFORMED, "constant out of range"),
  I8_RANGE(MALFORMED, "i8 constant out of range"),
  I32_RANGE(MALFORMED, "i32 constant out of range"),
  I64_RANGE(MALFORMED, "i64 constant out of range"),
  ILLEGAL_CHARACTER(MALFORMED, "illegal character"),
  ILLEGAL_ESCAPE(MALFORMED, "illegal escape"),
  UNCLOSED_STRING(MALFORMED, "unclosed string"),
  UNCLOSED_COMMENT(MALFORMED, "unclosed comment"),
  UNCLOSED_ANNOTATION(MALFORMED, "unclosed annotation"),
  EMPTY_IDENTIFIER(MALFORMED, "empty identifier"),
  EMPTY_ANNOTATION_ID(MALFORMED, "empty annotation id"),
  UNKNOWN_IDENTIFIER(MALFORMED, "unknown"),
  DUPLICATE_IDENTIFIER(MALFORMED, "duplicate"),
  IMPORT_ORDER(MALFORMED, "import after"),
  MULTIPLE_START(MALFORMED, "multiple start sections"),
  INLINE_TYPE(MALFORMED, "inline function type"),
  TEXT_ALIGNMENT(MALFORMED, "alignment must be a power of two"),
  TEXT_PAGE_SIZE(MALFORMED, "invalid custom page size"),
  LANE_LENGTH(MALFORMED, "invalid lane length"),
  LANE_COUNT(MALFORMED, "wrong number of lane literals"),
  MISMATCHING_LABEL(MALFORMED, "mismatching label"),
  MISPLACED_ANNOTATION(MALFORMED, "misplaced"),
  CUSTOM_ANNOTATION(MALFORMED, "@custom annotation"),
  NAME_ANNOTATION(MALFORMED, "@name annotation"),
  BRANCH_HINT_ANNOTATION(MALFORMED, "@metadata.code.branch_hint annotation"),
  BRANCH_HINT_TARGET(INVALID, "@metadata.code.branch_hint annotation: invalid target"),

  // Validation (specification, chapter 3).
  TYPE_MISMATCH(INVALID, "type mismatch"),
  UNKNOWN_LOCAL(INVALID, "unknown local"),

  // Linking (specification, §4.7.3).
  UNKNOWN_IMPORT(UNLINKABLE, "unknown import"),
  INCOMPATIBLE_IMPORT(UNLINKABLE, "incompatible import type"),

  // What this program does not do, or was told not to do.
  FEATURE_OFF(UNSUPPORTED, "feature is switched off"),
  RESOURCE_LIMIT(UNSUPPORTED, "resource limit exceeded");

  /** Which stage refuses the input. */
  public enum Kind {
    MALFORMED,
    INVALID,
    UNLINKABLE,
    UNSUPPORTED,
    LINT
  }

  private final Kind kind;
  private final String wording;

  DiagnosticCode(Kind kind, String wording) {
    this.kind = kind;
    this.wording = wording;
  }

  public Kind kind() {
    return kind;
  }

  /** The specification's words, the prefix of every message with this code. */
  public String wording() {
    return wording;
  }
}
