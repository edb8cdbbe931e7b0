package dev.wasmscope.wasm.instr;

/**
 * What follows an opcode in the binary format (§5.4), as a shape. Indices are unsigned LEB128
 * numbers of 32 bits unless said otherwise; the order of parts is that of the binary format.
 */
public enum Immediate {
  NONE,
  /** A block type: empty, a value type, or a type index as a signed 33-bit number. */
  BLOCK_TYPE,
  LABEL,
  /** A vector of labels and a default label. */
  LABEL_TABLE,
  FUNCTION,
  /** A type index, then a table index. */
  TYPE_TABLE,
  TYPE,
  LOCAL,
  GLOBAL,
  TABLE,
  /** Destination table, then source table. */
  TABLE_TABLE,
  /** Element segment, then table. */
  ELEM_TABLE,
  ELEM,
  MEMORY,
  /** Destination memory, then source memory. */
  MEMORY_MEMORY,
  /** Data segment, then memory. */
  DATA_MEMORY,
  DATA,
  /** Alignment exponent with the memory flag (bit 6), a memory index if flagged, an offset. */
  MEMARG,
  /** {@link #MEMARG}, then a lane byte. */
  MEMARG_LANE,
  /** A lane byte. */
  LANE,
  /** Sixteen lane bytes. */
  LANES16,
  /** A signed 32-bit LEB128 number. */
  CONST_I32,
  /** A signed 64-bit LEB128 number. */
  CONST_I64,
  /** Four bytes. */
  CONST_F32,
  /** Eight bytes. */
  CONST_F64,
  /** Sixteen bytes. */
  CONST_V128,
  /** A heap type as a signed 33-bit number. */
  HEAP_TYPE,
  /** A vector of value types. */
  VAL_TYPES,
  /** A structure's type index, then a field index. */
  TYPE_FIELD,
  /** An array's type index, then a length. */
  TYPE_LENGTH,
  /** An array's type index, then a data segment. */
  TYPE_DATA,
  /** An array's type index, then an element segment. */
  TYPE_ELEM,
  /** Destination array type, then source array type. */
  TYPE_TYPE,
  /** A flag byte (bit 0: source nullable, bit 1: target nullable), a label, two heap types. */
  CAST,
  TAG,
  /** A block type, then a vector of catch clauses. */
  BLOCK_CATCHES,
  /** A reserved byte that must be zero. */
  ZERO_BYTE,
  /** An index into the string literals (reference-typed strings proposal). */
  STRING
}
