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
  UNKNOWN_TYPE(INVALID, "unknown type"),
  UNKNOWN_FUNCTION(INVALID, "unknown function"),
  UNKNOWN_TABLE(INVALID, "unknown table"),
  UNKNOWN_MEMORY(INVALID, "unknown memory"),
  UNKNOWN_GLOBAL(INVALID, "unknown global"),
  UNKNOWN_TAG(INVALID, "unknown tag"),
  UNKNOWN_LOCAL(INVALID, "unknown local"),
  UNKNOWN_LABEL(INVALID, "unknown label"),
  UNKNOWN_FIELD(INVALID, "unknown field"),
  UNKNOWN_ELEM(INVALID, "unknown elem segment"),
  UNKNOWN_DATA(INVALID, "unknown data segment"),
  UNKNOWN_STRING(INVALID, "unknown string literal"),
  UNKNOWN_MODULE(INVALID, "unknown module"),
  UNKNOWN_INSTANCE(INVALID, "unknown instance"),
  NON_FUNCTION_TYPE(INVALID, "non-function type"),
  NON_STRUCTURE_TYPE(INVALID, "non-structure type"),
  NON_ARRAY_TYPE(INVALID, "non-array type"),
  SUB_TYPE(INVALID, "sub type"),
  RESULT_ARITY(INVALID, "invalid result arity"),
  LANE_INDEX(INVALID, "invalid lane index"),
  ALIGNMENT(INVALID, "alignment must not be larger than natural"),
  ATOMIC_ALIGNMENT(INVALID, "atomic alignment must be natural"),
  OFFSET_RANGE(INVALID, "offset out of range"),
  IMMUTABLE_GLOBAL(INVALID, "immutable global"),
  IMMUTABLE_FIELD(INVALID, "immutable field"),
  IMMUTABLE_ARRAY(INVALID, "immutable array"),
  ARRAY_NOT_NUMERIC(INVALID, "array type is not numeric or vector"),
  ARRAYS_DIFFER(INVALID, "array types do not match"),
  UNINITIALIZED_LOCAL(INVALID, "uninitialized local"),
  UNDECLARED_FUNCTION(INVALID, "undeclared function reference"),
  RETHROW_LABEL(INVALID, "invalid rethrow label"),
  CONSTANT_REQUIRED(INVALID, "constant expression required"),
  DUPLICATE_EXPORT(INVALID, "duplicate export name"),
  START_FUNCTION(INVALID, "start function"),
  TAG_RESULT(INVALID, "non-empty tag result type"),
  LIMITS(INVALID, "size minimum must not be greater than maximum"),
  MEMORY_SIZE(INVALID, "memory size must be at most"),
  TABLE_SIZE(INVALID, "table size must be at most"),
  SHARED_WITHOUT_MAX(INVALID, "shared memory must have maximum"),

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
