package dev.wasmscope.wasm.instr;

import static dev.wasmscope.wasm.instr.Feature.BULK_MEMORY;
import static dev.wasmscope.wasm.instr.Feature.EXCEPTIONS;
import static dev.wasmscope.wasm.instr.Feature.FUNCTION_REFERENCES;
import static dev.wasmscope.wasm.instr.Feature.GC;
import static dev.wasmscope.wasm.instr.Feature.LEGACY_EXCEPTIONS;
import static dev.wasmscope.wasm.instr.Feature.MVP;
import static dev.wasmscope.wasm.instr.Feature.REFERENCE_TYPES;
import static dev.wasmscope.wasm.instr.Feature.RELAXED_SIMD;
import static dev.wasmscope.wasm.instr.Feature.SATURATING_FLOAT_TO_INT;
import static dev.wasmscope.wasm.instr.Feature.SIGN_EXTENSION;
import static dev.wasmscope.wasm.instr.Feature.SIMD;
import static dev.wasmscope.wasm.instr.Feature.STRINGREF;
import static dev.wasmscope.wasm.instr.Feature.TAIL_CALL;
import static dev.wasmscope.wasm.instr.Feature.THREADS;
import static dev.wasmscope.wasm.instr.Feature.WIDE_ARITHMETIC;
import static dev.wasmscope.wasm.instr.Immediate.BLOCK_CATCHES;
import static dev.wasmscope.wasm.instr.Immediate.BLOCK_TYPE;
import static dev.wasmscope.wasm.instr.Immediate.CAST;
import static dev.wasmscope.wasm.instr.Immediate.CONST_F32;
import static dev.wasmscope.wasm.instr.Immediate.CONST_F64;
import static dev.wasmscope.wasm.instr.Immediate.CONST_I32;
import static dev.wasmscope.wasm.instr.Immediate.CONST_I64;
import static dev.wasmscope.wasm.instr.Immediate.CONST_V128;
import static dev.wasmscope.wasm.instr.Immediate.DATA;
import static dev.wasmscope.wasm.instr.Immediate.DATA_MEMORY;
import static dev.wasmscope.wasm.instr.Immediate.ELEM;
import static dev.wasmscope.wasm.instr.Immediate.ELEM_TABLE;
import static dev.wasmscope.wasm.instr.Immediate.FUNCTION;
import static dev.wasmscope.wasm.instr.Immediate.GLOBAL;
import static dev.wasmscope.wasm.instr.Immediate.HEAP_TYPE;
import static dev.wasmscope.wasm.instr.Immediate.LABEL;
import static dev.wasmscope.wasm.instr.Immediate.LABEL_TABLE;
import static dev.wasmscope.wasm.instr.Immediate.LANE;
import static dev.wasmscope.wasm.instr.Immediate.LANES16;
import static dev.wasmscope.wasm.instr.Immediate.LOCAL;
import static dev.wasmscope.wasm.instr.Immediate.MEMARG;
import static dev.wasmscope.wasm.instr.Immediate.MEMARG_LANE;
import static dev.wasmscope.wasm.instr.Immediate.MEMORY;
import static dev.wasmscope.wasm.instr.Immediate.MEMORY_MEMORY;
import static dev.wasmscope.wasm.instr.Immediate.NONE;
import static dev.wasmscope.wasm.instr.Immediate.STRING;
import static dev.wasmscope.wasm.instr.Immediate.TABLE;
import static dev.wasmscope.wasm.instr.Immediate.TABLE_TABLE;
import static dev.wasmscope.wasm.instr.Immediate.TAG;
import static dev.wasmscope.wasm.instr.Immediate.TYPE;
import static dev.wasmscope.wasm.instr.Immediate.TYPE_DATA;
import static dev.wasmscope.wasm.instr.Immediate.TYPE_ELEM;
import static dev.wasmscope.wasm.instr.Immediate.TYPE_FIELD;
import static dev.wasmscope.wasm.instr.Immediate.TYPE_LENGTH;
import static dev.wasmscope.wasm.instr.Immediate.TYPE_TABLE;
import static dev.wasmscope.wasm.instr.Immediate.TYPE_TYPE;
import static dev.wasmscope.wasm.instr.Immediate.VAL_TYPES;
import static dev.wasmscope.wasm.instr.Immediate.ZERO_BYTE;
import static dev.wasmscope.wasm.instr.Signature.SPECIAL;
import static dev.wasmscope.wasm.instr.Signature.access;
import static dev.wasmscope.wasm.instr.Signature.binary;
import static dev.wasmscope.wasm.instr.Signature.compare;
import static dev.wasmscope.wasm.instr.Signature.constant;
import static dev.wasmscope.wasm.instr.Signature.convert;
import static dev.wasmscope.wasm.instr.Signature.fixed;
import static dev.wasmscope.wasm.instr.Signature.load;
import static dev.wasmscope.wasm.instr.Signature.store;
import static dev.wasmscope.wasm.instr.Signature.ternary;
import static dev.wasmscope.wasm.instr.Signature.test;
import static dev.wasmscope.wasm.instr.Signature.unary;
import static dev.wasmscope.wasm.type.NumType.F32;
import static dev.wasmscope.wasm.type.NumType.F64;
import static dev.wasmscope.wasm.type.NumType.I32;
import static dev.wasmscope.wasm.type.NumType.I64;
import static dev.wasmscope.wasm.type.VecType.V128;

import java.util.List;

/**
 * The table of instructions: the only list of them in this project. A row is code, mnemonic,
 * immediates, stack signature, feature.
 *
 * <p>A code is the byte of the binary format (§5.4), or {@code prefix << 16 | number} for those
 * behind a prefix byte.
 */
@SuppressWarnings("ImmutableEnumChecker") // signatures are records over immutable lists
public enum Opcode {

  // Control instructions (§5.4.1).
  UNREACHABLE(0x00, "unreachable", NONE, SPECIAL, MVP),
  NOP(0x01, "nop", NONE, SPECIAL, MVP),
  BLOCK(0x02, "block", BLOCK_TYPE, SPECIAL, MVP),
  LOOP(0x03, "loop", BLOCK_TYPE, SPECIAL, MVP),
  IF(0x04, "if", BLOCK_TYPE, SPECIAL, MVP),
  ELSE(0x05, "else", NONE, SPECIAL, MVP),
  TRY(0x06, "try", BLOCK_TYPE, SPECIAL, LEGACY_EXCEPTIONS),
  CATCH(0x07, "catch", TAG, SPECIAL, LEGACY_EXCEPTIONS),
  THROW(0x08, "throw", TAG, SPECIAL, EXCEPTIONS),
  RETHROW(0x09, "rethrow", LABEL, SPECIAL, LEGACY_EXCEPTIONS),
  THROW_REF(0x0A, "throw_ref", NONE, SPECIAL, EXCEPTIONS),
  END(0x0B, "end", NONE, SPECIAL, MVP),
  BR(0x0C, "br", LABEL, SPECIAL, MVP),
  BR_IF(0x0D, "br_if", LABEL, SPECIAL, MVP),
  BR_TABLE(0x0E, "br_table", LABEL_TABLE, SPECIAL, MVP),
  RETURN(0x0F, "return", NONE, SPECIAL, MVP),
  CALL(0x10, "call", FUNCTION, SPECIAL, MVP),
  CALL_INDIRECT(0x11, "call_indirect", TYPE_TABLE, SPECIAL, MVP),
  RETURN_CALL(0x12, "return_call", FUNCTION, SPECIAL, TAIL_CALL),
  RETURN_CALL_INDIRECT(0x13, "return_call_indirect", TYPE_TABLE, SPECIAL, TAIL_CALL),
  CALL_REF(0x14, "call_ref", TYPE, SPECIAL, FUNCTION_REFERENCES),
  RETURN_CALL_REF(0x15, "return_call_ref", TYPE, SPECIAL, FUNCTION_REFERENCES),
  DELEGATE(0x18, "delegate", LABEL, SPECIAL, LEGACY_EXCEPTIONS),
  CATCH_ALL(0x19, "catch_all", NONE, SPECIAL, LEGACY_EXCEPTIONS),
  TRY_TABLE(0x1F, "try_table", BLOCK_CATCHES, SPECIAL, EXCEPTIONS),
  REF_AS_NON_NULL(0xD4, "ref.as_non_null", NONE, SPECIAL, FUNCTION_REFERENCES),
  BR_ON_NULL(0xD5, "br_on_null", LABEL, SPECIAL, FUNCTION_REFERENCES),
  BR_ON_NON_NULL(0xD6, "br_on_non_null", LABEL, SPECIAL, FUNCTION_REFERENCES),

  // Parametric and variable instructions (§5.4.2, §5.4.3).
  DROP(0x1A, "drop", NONE, SPECIAL, MVP),
  SELECT(0x1B, "select", NONE, SPECIAL, MVP),
  SELECT_T(0x1C, "select", VAL_TYPES, SPECIAL, REFERENCE_TYPES),
  LOCAL_GET(0x20, "local.get", LOCAL, SPECIAL, MVP),
  LOCAL_SET(0x21, "local.set", LOCAL, SPECIAL, MVP),
  LOCAL_TEE(0x22, "local.tee", LOCAL, SPECIAL, MVP),
  GLOBAL_GET(0x23, "global.get", GLOBAL, SPECIAL, MVP),
  GLOBAL_SET(0x24, "global.set", GLOBAL, SPECIAL, MVP),

  // Table instructions (§5.4.4).
  TABLE_GET(0x25, "table.get", TABLE, SPECIAL, REFERENCE_TYPES),
  TABLE_SET(0x26, "table.set", TABLE, SPECIAL, REFERENCE_TYPES),
  TABLE_INIT(0xFC_000C, "table.init", ELEM_TABLE, SPECIAL, BULK_MEMORY),
  ELEM_DROP(0xFC_000D, "elem.drop", ELEM, SPECIAL, BULK_MEMORY),
  TABLE_COPY(0xFC_000E, "table.copy", TABLE_TABLE, SPECIAL, BULK_MEMORY),
  TABLE_GROW(0xFC_000F, "table.grow", TABLE, SPECIAL, REFERENCE_TYPES),
  TABLE_SIZE(0xFC_0010, "table.size", TABLE, SPECIAL, REFERENCE_TYPES),
  TABLE_FILL(0xFC_0011, "table.fill", TABLE, SPECIAL, REFERENCE_TYPES),

  // Memory instructions (§5.4.5).
  I32_LOAD(0x28, "i32.load", MEMARG, load(I32, 4), MVP),
  I64_LOAD(0x29, "i64.load", MEMARG, load(I64, 8), MVP),
  F32_LOAD(0x2A, "f32.load", MEMARG, load(F32, 4), MVP),
  F64_LOAD(0x2B, "f64.load", MEMARG, load(F64, 8), MVP),
  I32_LOAD8_S(0x2C, "i32.load8_s", MEMARG, load(I32, 1), MVP),
  I32_LOAD8_U(0x2D, "i32.load8_u", MEMARG, load(I32, 1), MVP),
  I32_LOAD16_S(0x2E, "i32.load16_s", MEMARG, load(I32, 2), MVP),
  I32_LOAD16_U(0x2F, "i32.load16_u", MEMARG, load(I32, 2), MVP),
  I64_LOAD8_S(0x30, "i64.load8_s", MEMARG, load(I64, 1), MVP),
  I64_LOAD8_U(0x31, "i64.load8_u", MEMARG, load(I64, 1), MVP),
  I64_LOAD16_S(0x32, "i64.load16_s", MEMARG, load(I64, 2), MVP),
  I64_LOAD16_U(0x33, "i64.load16_u", MEMARG, load(I64, 2), MVP),
  I64_LOAD32_S(0x34, "i64.load32_s", MEMARG, load(I64, 4), MVP),
  I64_LOAD32_U(0x35, "i64.load32_u", MEMARG, load(I64, 4), MVP),
  I32_STORE(0x36, "i32.store", MEMARG, store(I32, 4), MVP),
  I64_STORE(0x37, "i64.store", MEMARG, store(I64, 8), MVP),
  F32_STORE(0x38, "f32.store", MEMARG, store(F32, 4), MVP),
  F64_STORE(0x39, "f64.store", MEMARG, store(F64, 8), MVP),
  I32_STORE8(0x3A, "i32.store8", MEMARG, store(I32, 1), MVP),
  I32_STORE16(0x3B, "i32.store16", MEMARG, store(I32, 2), MVP),
  I64_STORE8(0x3C, "i64.store8", MEMARG, store(I64, 1), MVP),
  I64_STORE16(0x3D, "i64.store16", MEMARG, store(I64, 2), MVP),
  I64_STORE32(0x3E, "i64.store32", MEMARG, store(I64, 4), MVP),
  MEMORY_SIZE(0x3F, "memory.size", MEMORY, SPECIAL, MVP),
  MEMORY_GROW(0x40, "memory.grow", MEMORY, SPECIAL, MVP),
  MEMORY_INIT(0xFC_0008, "memory.init", DATA_MEMORY, SPECIAL, BULK_MEMORY),
  DATA_DROP(0xFC_0009, "data.drop", DATA, SPECIAL, BULK_MEMORY),
  MEMORY_COPY(0xFC_000A, "memory.copy", MEMORY_MEMORY, SPECIAL, BULK_MEMORY),
  MEMORY_FILL(0xFC_000B, "memory.fill", MEMORY, SPECIAL, BULK_MEMORY),

  // Numeric instructions (§5.4.7).
  I32_CONST(0x41, "i32.const", CONST_I32, constant(I32), MVP),
  I64_CONST(0x42, "i64.const", CONST_I64, constant(I64), MVP),
  F32_CONST(0x43, "f32.const", CONST_F32, constant(F32), MVP),
  F64_CONST(0x44, "f64.const", CONST_F64, constant(F64), MVP),
  I32_EQZ(0x45, "i32.eqz", NONE, test(I32), MVP),
  I32_EQ(0x46, "i32.eq", NONE, compare(I32), MVP),
  I32_NE(0x47, "i32.ne", NONE, compare(I32), MVP),
  I32_LT_S(0x48, "i32.lt_s", NONE, compare(I32), MVP),
  I32_LT_U(0x49, "i32.lt_u", NONE, compare(I32), MVP),
  I32_GT_S(0x4A, "i32.gt_s", NONE, compare(I32), MVP),
  I32_GT_U(0x4B, "i32.gt_u", NONE, compare(I32), MVP),
  I32_LE_S(0x4C, "i32.le_s", NONE, compare(I32), MVP),
  I32_LE_U(0x4D, "i32.le_u", NONE, compare(I32), MVP),
  I32_GE_S(0x4E, "i32.ge_s", NONE, compare(I32), MVP),
  I32_GE_U(0x4F, "i32.ge_u", NONE, compare(I32), MVP),
  I64_EQZ(0x50, "i64.eqz", NONE, test(I64), MVP),
  I64_EQ(0x51, "i64.eq", NONE, compare(I64), MVP),
  I64_NE(0x52, "i64.ne", NONE, compare(I64), MVP),
  I64_LT_S(0x53, "i64.lt_s", NONE, compare(I64), MVP),
  I64_LT_U(0x54, "i64.lt_u", NONE, compare(I64), MVP),
  I64_GT_S(0x55, "i64.gt_s", NONE, compare(I64), MVP),
  I64_GT_U(0x56, "i64.gt_u", NONE, compare(I64), MVP),
  I64_LE_S(0x57, "i64.le_s", NONE, compare(I64), MVP),
  I64_LE_U(0x58, "i64.le_u", NONE, compare(I64), MVP),
  I64_GE_S(0x59, "i64.ge_s", NONE, compare(I64), MVP),
  I64_GE_U(0x5A, "i64.ge_u", NONE, compare(I64), MVP),
  F32_EQ(0x5B, "f32.eq", NONE, compare(F32), MVP),
  F32_NE(0x5C, "f32.ne", NONE, compare(F32), MVP),
  F32_LT(0x5D, "f32.lt", NONE, compare(F32), MVP),
  F32_GT(0x5E, "f32.gt", NONE, compare(F32), MVP),
  F32_LE(0x5F, "f32.le", NONE, compare(F32), MVP),
  F32_GE(0x60, "f32.ge", NONE, compare(F32), MVP),
  F64_EQ(0x61, "f64.eq", NONE, compare(F64), MVP),
  F64_NE(0x62, "f64.ne", NONE, compare(F64), MVP),
  F64_LT(0x63, "f64.lt", NONE, compare(F64), MVP),
  F64_GT(0x64, "f64.gt", NONE, compare(F64), MVP),
  F64_LE(0x65, "f64.le", NONE, compare(F64), MVP),
  F64_GE(0x66, "f64.ge", NONE, compare(F64), MVP),
  I32_CLZ(0x67, "i32.clz", NONE, unary(I32), MVP),
  I32_CTZ(0x68, "i32.ctz", NONE, unary(I32), MVP),
  I32_POPCNT(0x69, "i32.popcnt", NONE, unary(I32), MVP),
  I32_ADD(0x6A, "i32.add", NONE, binary(I32), MVP),
  I32_SUB(0x6B, "i32.sub", NONE, binary(I32), MVP),
  I32_MUL(0x6C, "i32.mul", NONE, binary(I32), MVP),
  I32_DIV_S(0x6D, "i32.div_s", NONE, binary(I32), MVP),
  I32_DIV_U(0x6E, "i32.div_u", NONE, binary(I32), MVP),
  I32_REM_S(0x6F, "i32.rem_s", NONE, binary(I32), MVP),
  I32_REM_U(0x70, "i32.rem_u", NONE, binary(I32), MVP),
  I32_AND(0x71, "i32.and", NONE, binary(I32), MVP),
  I32_OR(0x72, "i32.or", NONE, binary(I32), MVP),
  I32_XOR(0x73, "i32.xor", NONE, binary(I32), MVP),
  I32_SHL(0x74, "i32.shl", NONE, binary(I32), MVP),
  I32_SHR_S(0x75, "i32.shr_s", NONE, binary(I32), MVP),
  I32_SHR_U(0x76, "i32.shr_u", NONE, binary(I32), MVP),
  I32_ROTL(0x77, "i32.rotl", NONE, binary(I32), MVP),
  I32_ROTR(0x78, "i32.rotr", NONE, binary(I32), MVP),
  I64_CLZ(0x79, "i64.clz", NONE, unary(I64), MVP),
  I64_CTZ(0x7A, "i64.ctz", NONE, unary(I64), MVP),
  I64_POPCNT(0x7B, "i64.popcnt", NONE, unary(I64), MVP),
  I64_ADD(0x7C, "i64.add", NONE, binary(I64), MVP),
  I64_SUB(0x7D, "i64.sub", NONE, binary(I64), MVP),
  I64_MUL(0x7E, "i64.mul", NONE, binary(I64), MVP),
  I64_DIV_S(0x7F, "i64.div_s", NONE, binary(I64), MVP),
  I64_DIV_U(0x80, "i64.div_u", NONE, binary(I64), MVP),
  I64_REM_S(0x81, "i64.rem_s", NONE, binary(I64), MVP),
  I64_REM_U(0x82, "i64.rem_u", NONE, binary(I64), MVP),
  I64_AND(0x83, "i64.and", NONE, binary(I64), MVP),
  I64_OR(0x84, "i64.or", NONE, binary(I64), MVP),
  I64_XOR(0x85, "i64.xor", NONE, binary(I64), MVP),
  I64_SHL(0x86, "i64.shl", NONE, binary(I64), MVP),
  I64_SHR_S(0x87, "i64.shr_s", NONE, binary(I64), MVP),
  I64_SHR_U(0x88, "i64.shr_u", NONE, binary(I64), MVP),
  I64_ROTL(0x89, "i64.rotl", NONE, binary(I64), MVP),
  I64_ROTR(0x8A, "i64.rotr", NONE, binary(I64), MVP),
  F32_ABS(0x8B, "f32.abs", NONE, unary(F32), MVP),
  F32_NEG(0x8C, "f32.neg", NONE, unary(F32), MVP),
  F32_CEIL(0x8D, "f32.ceil", NONE, unary(F32), MVP),
  F32_FLOOR(0x8E, "f32.floor", NONE, unary(F32), MVP),
  F32_TRUNC(0x8F, "f32.trunc", NONE, unary(F32), MVP),
  F32_NEAREST(0x90, "f32.nearest", NONE, unary(F32), MVP),
  F32_SQRT(0x91, "f32.sqrt", NONE, unary(F32), MVP),
  F32_ADD(0x92, "f32.add", NONE, binary(F32), MVP),
  F32_SUB(0x93, "f32.sub", NONE, binary(F32), MVP),
  F32_MUL(0x94, "f32.mul", NONE, binary(F32), MVP),
  F32_DIV(0x95, "f32.div", NONE, binary(F32), MVP),
  F32_MIN(0x96, "f32.min", NONE, binary(F32), MVP),
  F32_MAX(0x97, "f32.max", NONE, binary(F32), MVP),
  F32_COPYSIGN(0x98, "f32.copysign", NONE, binary(F32), MVP),
  F64_ABS(0x99, "f64.abs", NONE, unary(F64), MVP),
  F64_NEG(0x9A, "f64.neg", NONE, unary(F64), MVP),
  F64_CEIL(0x9B, "f64.ceil", NONE, unary(F64), MVP),
  F64_FLOOR(0x9C, "f64.floor", NONE, unary(F64), MVP),
  F64_TRUNC(0x9D, "f64.trunc", NONE, unary(F64), MVP),
  F64_NEAREST(0x9E, "f64.nearest", NONE, unary(F64), MVP),
  F64_SQRT(0x9F, "f64.sqrt", NONE, unary(F64), MVP),
  F64_ADD(0xA0, "f64.add", NONE, binary(F64), MVP),
  F64_SUB(0xA1, "f64.sub", NONE, binary(F64), MVP),
  F64_MUL(0xA2, "f64.mul", NONE, binary(F64), MVP),
  F64_DIV(0xA3, "f64.div", NONE, binary(F64), MVP),
  F64_MIN(0xA4, "f64.min", NONE, binary(F64), MVP),
  F64_MAX(0xA5, "f64.max", NONE, binary(F64), MVP),
  F64_COPYSIGN(0xA6, "f64.copysign", NONE, binary(F64), MVP),
  I32_WRAP_I64(0xA7, "i32.wrap_i64", NONE, convert(I64, I32), MVP),
  I32_TRUNC_F32_S(0xA8, "i32.trunc_f32_s", NONE, convert(F32, I32), MVP),
  I32_TRUNC_F32_U(0xA9, "i32.trunc_f32_u", NONE, convert(F32, I32), MVP),
  I32_TRUNC_F64_S(0xAA, "i32.trunc_f64_s", NONE, convert(F64, I32), MVP),
  I32_TRUNC_F64_U(0xAB, "i32.trunc_f64_u", NONE, convert(F64, I32), MVP),
  I64_EXTEND_I32_S(0xAC, "i64.extend_i32_s", NONE, convert(I32, I64), MVP),
  I64_EXTEND_I32_U(0xAD, "i64.extend_i32_u", NONE, convert(I32, I64), MVP),
  I64_TRUNC_F32_S(0xAE, "i64.trunc_f32_s", NONE, convert(F32, I64), MVP),
  I64_TRUNC_F32_U(0xAF, "i64.trunc_f32_u", NONE, convert(F32, I64), MVP),
  I64_TRUNC_F64_S(0xB0, "i64.trunc_f64_s", NONE, convert(F64, I64), MVP),
  I64_TRUNC_F64_U(0xB1, "i64.trunc_f64_u", NONE, convert(F64, I64), MVP),
  F32_CONVERT_I32_S(0xB2, "f32.convert_i32_s", NONE, convert(I32, F32), MVP),
  F32_CONVERT_I32_U(0xB3, "f32.convert_i32_u", NONE, convert(I32, F32), MVP),
  F32_CONVERT_I64_S(0xB4, "f32.convert_i64_s", NONE, convert(I64, F32), MVP),
  F32_CONVERT_I64_U(0xB5, "f32.convert_i64_u", NONE, convert(I64, F32), MVP),
  F32_DEMOTE_F64(0xB6, "f32.demote_f64", NONE, convert(F64, F32), MVP),
  F64_CONVERT_I32_S(0xB7, "f64.convert_i32_s", NONE, convert(I32, F64), MVP),
  F64_CONVERT_I32_U(0xB8, "f64.convert_i32_u", NONE, convert(I32, F64), MVP),
  F64_CONVERT_I64_S(0xB9, "f64.convert_i64_s", NONE, convert(I64, F64), MVP),
  F64_CONVERT_I64_U(0xBA, "f64.convert_i64_u", NONE, convert(I64, F64), MVP),
  F64_PROMOTE_F32(0xBB, "f64.promote_f32", NONE, convert(F32, F64), MVP),
  I32_REINTERPRET_F32(0xBC, "i32.reinterpret_f32", NONE, convert(F32, I32), MVP),
  I64_REINTERPRET_F64(0xBD, "i64.reinterpret_f64", NONE, convert(F64, I64), MVP),
  F32_REINTERPRET_I32(0xBE, "f32.reinterpret_i32", NONE, convert(I32, F32), MVP),
  F64_REINTERPRET_I64(0xBF, "f64.reinterpret_i64", NONE, convert(I64, F64), MVP),
  I32_EXTEND8_S(0xC0, "i32.extend8_s", NONE, unary(I32), SIGN_EXTENSION),
  I32_EXTEND16_S(0xC1, "i32.extend16_s", NONE, unary(I32), SIGN_EXTENSION),
  I64_EXTEND8_S(0xC2, "i64.extend8_s", NONE, unary(I64), SIGN_EXTENSION),
  I64_EXTEND16_S(0xC3, "i64.extend16_s", NONE, unary(I64), SIGN_EXTENSION),
  I64_EXTEND32_S(0xC4, "i64.extend32_s", NONE, unary(I64), SIGN_EXTENSION),
  I32_TRUNC_SAT_F32_S(
      0xFC_0000, "i32.trunc_sat_f32_s", NONE, convert(F32, I32), SATURATING_FLOAT_TO_INT),
  I32_TRUNC_SAT_F32_U(
      0xFC_0001, "i32.trunc_sat_f32_u", NONE, convert(F32, I32), SATURATING_FLOAT_TO_INT),
  I32_TRUNC_SAT_F64_S(
      0xFC_0002, "i32.trunc_sat_f64_s", NONE, convert(F64, I32), SATURATING_FLOAT_TO_INT),
  I32_TRUNC_SAT_F64_U(
      0xFC_0003, "i32.trunc_sat_f64_u", NONE, convert(F64, I32), SATURATING_FLOAT_TO_INT),
  I64_TRUNC_SAT_F32_S(
      0xFC_0004, "i64.trunc_sat_f32_s", NONE, convert(F32, I64), SATURATING_FLOAT_TO_INT),
  I64_TRUNC_SAT_F32_U(
      0xFC_0005, "i64.trunc_sat_f32_u", NONE, convert(F32, I64), SATURATING_FLOAT_TO_INT),
  I64_TRUNC_SAT_F64_S(
      0xFC_0006, "i64.trunc_sat_f64_s", NONE, convert(F64, I64), SATURATING_FLOAT_TO_INT),
  I64_TRUNC_SAT_F64_U(
      0xFC_0007, "i64.trunc_sat_f64_u", NONE, convert(F64, I64), SATURATING_FLOAT_TO_INT),
  I64_ADD128(
      0xFC_0013,
      "i64.add128",
      NONE,
      fixed(List.of(I64, I64, I64, I64), List.of(I64, I64)),
      WIDE_ARITHMETIC),
  I64_SUB128(
      0xFC_0014,
      "i64.sub128",
      NONE,
      fixed(List.of(I64, I64, I64, I64), List.of(I64, I64)),
      WIDE_ARITHMETIC),
  I64_MUL_WIDE_S(
      0xFC_0015,
      "i64.mul_wide_s",
      NONE,
      fixed(List.of(I64, I64), List.of(I64, I64)),
      WIDE_ARITHMETIC),
  I64_MUL_WIDE_U(
      0xFC_0016,
      "i64.mul_wide_u",
      NONE,
      fixed(List.of(I64, I64), List.of(I64, I64)),
      WIDE_ARITHMETIC),

  // Reference and aggregate instructions (§5.4.6).
  REF_NULL(0xD0, "ref.null", HEAP_TYPE, SPECIAL, REFERENCE_TYPES),
  REF_IS_NULL(0xD1, "ref.is_null", NONE, SPECIAL, REFERENCE_TYPES),
  REF_FUNC(0xD2, "ref.func", FUNCTION, SPECIAL, REFERENCE_TYPES),
  REF_EQ(0xD3, "ref.eq", NONE, SPECIAL, GC),
  STRUCT_NEW(0xFB_0000, "struct.new", TYPE, SPECIAL, GC),
  STRUCT_NEW_DEFAULT(0xFB_0001, "struct.new_default", TYPE, SPECIAL, GC),
  STRUCT_GET(0xFB_0002, "struct.get", TYPE_FIELD, SPECIAL, GC),
  STRUCT_GET_S(0xFB_0003, "struct.get_s", TYPE_FIELD, SPECIAL, GC),
  STRUCT_GET_U(0xFB_0004, "struct.get_u", TYPE_FIELD, SPECIAL, GC),
  STRUCT_SET(0xFB_0005, "struct.set", TYPE_FIELD, SPECIAL, GC),
  ARRAY_NEW(0xFB_0006, "array.new", TYPE, SPECIAL, GC),
  ARRAY_NEW_DEFAULT(0xFB_0007, "array.new_default", TYPE, SPECIAL, GC),
  ARRAY_NEW_FIXED(0xFB_0008, "array.new_fixed", TYPE_LENGTH, SPECIAL, GC),
  ARRAY_NEW_DATA(0xFB_0009, "array.new_data", TYPE_DATA, SPECIAL, GC),
  ARRAY_NEW_ELEM(0xFB_000A, "array.new_elem", TYPE_ELEM, SPECIAL, GC),
  ARRAY_GET(0xFB_000B, "array.get", TYPE, SPECIAL, GC),
  ARRAY_GET_S(0xFB_000C, "array.get_s", TYPE, SPECIAL, GC),
  ARRAY_GET_U(0xFB_000D, "array.get_u", TYPE, SPECIAL, GC),
  ARRAY_SET(0xFB_000E, "array.set", TYPE, SPECIAL, GC),
  ARRAY_LEN(0xFB_000F, "array.len", NONE, SPECIAL, GC),
  ARRAY_FILL(0xFB_0010, "array.fill", TYPE, SPECIAL, GC),
  ARRAY_COPY(0xFB_0011, "array.copy", TYPE_TYPE, SPECIAL, GC),
  ARRAY_INIT_DATA(0xFB_0012, "array.init_data", TYPE_DATA, SPECIAL, GC),
  ARRAY_INIT_ELEM(0xFB_0013, "array.init_elem", TYPE_ELEM, SPECIAL, GC),
  REF_TEST(0xFB_0014, "ref.test", HEAP_TYPE, SPECIAL, GC),
  REF_TEST_NULL(0xFB_0015, "ref.test", HEAP_TYPE, SPECIAL, GC),
  REF_CAST(0xFB_0016, "ref.cast", HEAP_TYPE, SPECIAL, GC),
  REF_CAST_NULL(0xFB_0017, "ref.cast", HEAP_TYPE, SPECIAL, GC),
  BR_ON_CAST(0xFB_0018, "br_on_cast", CAST, SPECIAL, GC),
  BR_ON_CAST_FAIL(0xFB_0019, "br_on_cast_fail", CAST, SPECIAL, GC),
  ANY_CONVERT_EXTERN(0xFB_001A, "any.convert_extern", NONE, SPECIAL, GC),
  EXTERN_CONVERT_ANY(0xFB_001B, "extern.convert_any", NONE, SPECIAL, GC),
  REF_I31(0xFB_001C, "ref.i31", NONE, SPECIAL, GC),
  I31_GET_S(0xFB_001D, "i31.get_s", NONE, SPECIAL, GC),
  I31_GET_U(0xFB_001E, "i31.get_u", NONE, SPECIAL, GC),

  // Vector instructions (§5.4.8).
  V128_LOAD(0xFD_0000, "v128.load", MEMARG, load(V128, 16), SIMD),
  V128_LOAD8X8_S(0xFD_0001, "v128.load8x8_s", MEMARG, load(V128, 8), SIMD),
  V128_LOAD8X8_U(0xFD_0002, "v128.load8x8_u", MEMARG, load(V128, 8), SIMD),
  V128_LOAD16X4_S(0xFD_0003, "v128.load16x4_s", MEMARG, load(V128, 8), SIMD),
  V128_LOAD16X4_U(0xFD_0004, "v128.load16x4_u", MEMARG, load(V128, 8), SIMD),
  V128_LOAD32X2_S(0xFD_0005, "v128.load32x2_s", MEMARG, load(V128, 8), SIMD),
  V128_LOAD32X2_U(0xFD_0006, "v128.load32x2_u", MEMARG, load(V128, 8), SIMD),
  V128_LOAD8_SPLAT(0xFD_0007, "v128.load8_splat", MEMARG, load(V128, 1), SIMD),
  V128_LOAD16_SPLAT(0xFD_0008, "v128.load16_splat", MEMARG, load(V128, 2), SIMD),
  V128_LOAD32_SPLAT(0xFD_0009, "v128.load32_splat", MEMARG, load(V128, 4), SIMD),
  V128_LOAD64_SPLAT(0xFD_000A, "v128.load64_splat", MEMARG, load(V128, 8), SIMD),
  V128_STORE(0xFD_000B, "v128.store", MEMARG, store(V128, 16), SIMD),
  V128_CONST(0xFD_000C, "v128.const", CONST_V128, constant(V128), SIMD),
  I8X16_SHUFFLE(0xFD_000D, "i8x16.shuffle", LANES16, binary(V128), SIMD),
  I8X16_SWIZZLE(0xFD_000E, "i8x16.swizzle", NONE, binary(V128), SIMD),
  I8X16_SPLAT(0xFD_000F, "i8x16.splat", NONE, convert(I32, V128), SIMD),
  I16X8_SPLAT(0xFD_0010, "i16x8.splat", NONE, convert(I32, V128), SIMD),
  I32X4_SPLAT(0xFD_0011, "i32x4.splat", NONE, convert(I32, V128), SIMD),
  I64X2_SPLAT(0xFD_0012, "i64x2.splat", NONE, convert(I64, V128), SIMD),
  F32X4_SPLAT(0xFD_0013, "f32x4.splat", NONE, convert(F32, V128), SIMD),
  F64X2_SPLAT(0xFD_0014, "f64x2.splat", NONE, convert(F64, V128), SIMD),
  I8X16_EXTRACT_LANE_S(0xFD_0015, "i8x16.extract_lane_s", LANE, convert(V128, I32), SIMD),
  I8X16_EXTRACT_LANE_U(0xFD_0016, "i8x16.extract_lane_u", LANE, convert(V128, I32), SIMD),
  I8X16_REPLACE_LANE(0xFD_0017, "i8x16.replace_lane", LANE, fixed(List.of(V128, I32), V128), SIMD),
  I16X8_EXTRACT_LANE_S(0xFD_0018, "i16x8.extract_lane_s", LANE, convert(V128, I32), SIMD),
  I16X8_EXTRACT_LANE_U(0xFD_0019, "i16x8.extract_lane_u", LANE, convert(V128, I32), SIMD),
  I16X8_REPLACE_LANE(0xFD_001A, "i16x8.replace_lane", LANE, fixed(List.of(V128, I32), V128), SIMD),
  I32X4_EXTRACT_LANE(0xFD_001B, "i32x4.extract_lane", LANE, convert(V128, I32), SIMD),
  I32X4_REPLACE_LANE(0xFD_001C, "i32x4.replace_lane", LANE, fixed(List.of(V128, I32), V128), SIMD),
  I64X2_EXTRACT_LANE(0xFD_001D, "i64x2.extract_lane", LANE, convert(V128, I64), SIMD),
  I64X2_REPLACE_LANE(0xFD_001E, "i64x2.replace_lane", LANE, fixed(List.of(V128, I64), V128), SIMD),
  F32X4_EXTRACT_LANE(0xFD_001F, "f32x4.extract_lane", LANE, convert(V128, F32), SIMD),
  F32X4_REPLACE_LANE(0xFD_0020, "f32x4.replace_lane", LANE, fixed(List.of(V128, F32), V128), SIMD),
  F64X2_EXTRACT_LANE(0xFD_0021, "f64x2.extract_lane", LANE, convert(V128, F64), SIMD),
  F64X2_REPLACE_LANE(0xFD_0022, "f64x2.replace_lane", LANE, fixed(List.of(V128, F64), V128), SIMD),
  I8X16_EQ(0xFD_0023, "i8x16.eq", NONE, binary(V128), SIMD),
  I8X16_NE(0xFD_0024, "i8x16.ne", NONE, binary(V128), SIMD),
  I8X16_LT_S(0xFD_0025, "i8x16.lt_s", NONE, binary(V128), SIMD),
  I8X16_LT_U(0xFD_0026, "i8x16.lt_u", NONE, binary(V128), SIMD),
  I8X16_GT_S(0xFD_0027, "i8x16.gt_s", NONE, binary(V128), SIMD),
  I8X16_GT_U(0xFD_0028, "i8x16.gt_u", NONE, binary(V128), SIMD),
  I8X16_LE_S(0xFD_0029, "i8x16.le_s", NONE, binary(V128), SIMD),
  I8X16_LE_U(0xFD_002A, "i8x16.le_u", NONE, binary(V128), SIMD),
  I8X16_GE_S(0xFD_002B, "i8x16.ge_s", NONE, binary(V128), SIMD),
  I8X16_GE_U(0xFD_002C, "i8x16.ge_u", NONE, binary(V128), SIMD),
  I16X8_EQ(0xFD_002D, "i16x8.eq", NONE, binary(V128), SIMD),
  I16X8_NE(0xFD_002E, "i16x8.ne", NONE, binary(V128), SIMD),
  I16X8_LT_S(0xFD_002F, "i16x8.lt_s", NONE, binary(V128), SIMD),
  I16X8_LT_U(0xFD_0030, "i16x8.lt_u", NONE, binary(V128), SIMD),
  I16X8_GT_S(0xFD_0031, "i16x8.gt_s", NONE, binary(V128), SIMD),
  I16X8_GT_U(0xFD_0032, "i16x8.gt_u", NONE, binary(V128), SIMD),
  I16X8_LE_S(0xFD_0033, "i16x8.le_s", NONE, binary(V128), SIMD),
  I16X8_LE_U(0xFD_0034, "i16x8.le_u", NONE, binary(V128), SIMD),
  I16X8_GE_S(0xFD_0035, "i16x8.ge_s", NONE, binary(V128), SIMD),
  I16X8_GE_U(0xFD_0036, "i16x8.ge_u", NONE, binary(V128), SIMD),
  I32X4_EQ(0xFD_0037, "i32x4.eq", NONE, binary(V128), SIMD),
  I32X4_NE(0xFD_0038, "i32x4.ne", NONE, binary(V128), SIMD),
  I32X4_LT_S(0xFD_0039, "i32x4.lt_s", NONE, binary(V128), SIMD),
  I32X4_LT_U(0xFD_003A, "i32x4.lt_u", NONE, binary(V128), SIMD),
  I32X4_GT_S(0xFD_003B, "i32x4.gt_s", NONE, binary(V128), SIMD),
  I32X4_GT_U(0xFD_003C, "i32x4.gt_u", NONE, binary(V128), SIMD),
  I32X4_LE_S(0xFD_003D, "i32x4.le_s", NONE, binary(V128), SIMD),
  I32X4_LE_U(0xFD_003E, "i32x4.le_u", NONE, binary(V128), SIMD),
  I32X4_GE_S(0xFD_003F, "i32x4.ge_s", NONE, binary(V128), SIMD),
  I32X4_GE_U(0xFD_0040, "i32x4.ge_u", NONE, binary(V128), SIMD),
  F32X4_EQ(0xFD_0041, "f32x4.eq", NONE, binary(V128), SIMD),
  F32X4_NE(0xFD_0042, "f32x4.ne", NONE, binary(V128), SIMD),
  F32X4_LT(0xFD_0043, "f32x4.lt", NONE, binary(V128), SIMD),
  F32X4_GT(0xFD_0044, "f32x4.gt", NONE, binary(V128), SIMD),
  F32X4_LE(0xFD_0045, "f32x4.le", NONE, binary(V128), SIMD),
  F32X4_GE(0xFD_0046, "f32x4.ge", NONE, binary(V128), SIMD),
  F64X2_EQ(0xFD_0047, "f64x2.eq", NONE, binary(V128), SIMD),
  F64X2_NE(0xFD_0048, "f64x2.ne", NONE, binary(V128), SIMD),
  F64X2_LT(0xFD_0049, "f64x2.lt", NONE, binary(V128), SIMD),
  F64X2_GT(0xFD_004A, "f64x2.gt", NONE, binary(V128), SIMD),
  F64X2_LE(0xFD_004B, "f64x2.le", NONE, binary(V128), SIMD),
  F64X2_GE(0xFD_004C, "f64x2.ge", NONE, binary(V128), SIMD),
  V128_NOT(0xFD_004D, "v128.not", NONE, unary(V128), SIMD),
  V128_AND(0xFD_004E, "v128.and", NONE, binary(V128), SIMD),
  V128_ANDNOT(0xFD_004F, "v128.andnot", NONE, binary(V128), SIMD),
  V128_OR(0xFD_0050, "v128.or", NONE, binary(V128), SIMD),
  V128_XOR(0xFD_0051, "v128.xor", NONE, binary(V128), SIMD),
  V128_BITSELECT(0xFD_0052, "v128.bitselect", NONE, ternary(V128), SIMD),
  V128_ANY_TRUE(0xFD_0053, "v128.any_true", NONE, test(V128), SIMD),
  V128_LOAD8_LANE(0xFD_0054, "v128.load8_lane", MEMARG_LANE, access(1, List.of(V128), V128), SIMD),
  V128_LOAD16_LANE(
      0xFD_0055, "v128.load16_lane", MEMARG_LANE, access(2, List.of(V128), V128), SIMD),
  V128_LOAD32_LANE(
      0xFD_0056, "v128.load32_lane", MEMARG_LANE, access(4, List.of(V128), V128), SIMD),
  V128_LOAD64_LANE(
      0xFD_0057, "v128.load64_lane", MEMARG_LANE, access(8, List.of(V128), V128), SIMD),
  V128_STORE8_LANE(0xFD_0058, "v128.store8_lane", MEMARG_LANE, store(V128, 1), SIMD),
  V128_STORE16_LANE(0xFD_0059, "v128.store16_lane", MEMARG_LANE, store(V128, 2), SIMD),
  V128_STORE32_LANE(0xFD_005A, "v128.store32_lane", MEMARG_LANE, store(V128, 4), SIMD),
  V128_STORE64_LANE(0xFD_005B, "v128.store64_lane", MEMARG_LANE, store(V128, 8), SIMD),
  V128_LOAD32_ZERO(0xFD_005C, "v128.load32_zero", MEMARG, load(V128, 4), SIMD),
  V128_LOAD64_ZERO(0xFD_005D, "v128.load64_zero", MEMARG, load(V128, 8), SIMD),
  F32X4_DEMOTE_F64X2_ZERO(0xFD_005E, "f32x4.demote_f64x2_zero", NONE, unary(V128), SIMD),
  F64X2_PROMOTE_LOW_F32X4(0xFD_005F, "f64x2.promote_low_f32x4", NONE, unary(V128), SIMD),
  I8X16_ABS(0xFD_0060, "i8x16.abs", NONE, unary(V128), SIMD),
  I8X16_NEG(0xFD_0061, "i8x16.neg", NONE, unary(V128), SIMD),
  I8X16_POPCNT(0xFD_0062, "i8x16.popcnt", NONE, unary(V128), SIMD),
  I8X16_ALL_TRUE(0xFD_0063, "i8x16.all_true", NONE, test(V128), SIMD),
  I8X16_BITMASK(0xFD_0064, "i8x16.bitmask", NONE, test(V128), SIMD),
  I8X16_NARROW_I16X8_S(0xFD_0065, "i8x16.narrow_i16x8_s", NONE, binary(V128), SIMD),
  I8X16_NARROW_I16X8_U(0xFD_0066, "i8x16.narrow_i16x8_u", NONE, binary(V128), SIMD),
  F32X4_CEIL(0xFD_0067, "f32x4.ceil", NONE, unary(V128), SIMD),
  F32X4_FLOOR(0xFD_0068, "f32x4.floor", NONE, unary(V128), SIMD),
  F32X4_TRUNC(0xFD_0069, "f32x4.trunc", NONE, unary(V128), SIMD),
  F32X4_NEAREST(0xFD_006A, "f32x4.nearest", NONE, unary(V128), SIMD),
  I8X16_SHL(0xFD_006B, "i8x16.shl", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I8X16_SHR_S(0xFD_006C, "i8x16.shr_s", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I8X16_SHR_U(0xFD_006D, "i8x16.shr_u", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I8X16_ADD(0xFD_006E, "i8x16.add", NONE, binary(V128), SIMD),
  I8X16_ADD_SAT_S(0xFD_006F, "i8x16.add_sat_s", NONE, binary(V128), SIMD),
  I8X16_ADD_SAT_U(0xFD_0070, "i8x16.add_sat_u", NONE, binary(V128), SIMD),
  I8X16_SUB(0xFD_0071, "i8x16.sub", NONE, binary(V128), SIMD),
  I8X16_SUB_SAT_S(0xFD_0072, "i8x16.sub_sat_s", NONE, binary(V128), SIMD),
  I8X16_SUB_SAT_U(0xFD_0073, "i8x16.sub_sat_u", NONE, binary(V128), SIMD),
  F64X2_CEIL(0xFD_0074, "f64x2.ceil", NONE, unary(V128), SIMD),
  F64X2_FLOOR(0xFD_0075, "f64x2.floor", NONE, unary(V128), SIMD),
  I8X16_MIN_S(0xFD_0076, "i8x16.min_s", NONE, binary(V128), SIMD),
  I8X16_MIN_U(0xFD_0077, "i8x16.min_u", NONE, binary(V128), SIMD),
  I8X16_MAX_S(0xFD_0078, "i8x16.max_s", NONE, binary(V128), SIMD),
  I8X16_MAX_U(0xFD_0079, "i8x16.max_u", NONE, binary(V128), SIMD),
  F64X2_TRUNC(0xFD_007A, "f64x2.trunc", NONE, unary(V128), SIMD),
  I8X16_AVGR_U(0xFD_007B, "i8x16.avgr_u", NONE, binary(V128), SIMD),
  I16X8_EXTADD_PAIRWISE_I8X16_S(
      0xFD_007C, "i16x8.extadd_pairwise_i8x16_s", NONE, unary(V128), SIMD),
  I16X8_EXTADD_PAIRWISE_I8X16_U(
      0xFD_007D, "i16x8.extadd_pairwise_i8x16_u", NONE, unary(V128), SIMD),
  I32X4_EXTADD_PAIRWISE_I16X8_S(
      0xFD_007E, "i32x4.extadd_pairwise_i16x8_s", NONE, unary(V128), SIMD),
  I32X4_EXTADD_PAIRWISE_I16X8_U(
      0xFD_007F, "i32x4.extadd_pairwise_i16x8_u", NONE, unary(V128), SIMD),
  I16X8_ABS(0xFD_0080, "i16x8.abs", NONE, unary(V128), SIMD),
  I16X8_NEG(0xFD_0081, "i16x8.neg", NONE, unary(V128), SIMD),
  I16X8_Q15MULR_SAT_S(0xFD_0082, "i16x8.q15mulr_sat_s", NONE, binary(V128), SIMD),
  I16X8_ALL_TRUE(0xFD_0083, "i16x8.all_true", NONE, test(V128), SIMD),
  I16X8_BITMASK(0xFD_0084, "i16x8.bitmask", NONE, test(V128), SIMD),
  I16X8_NARROW_I32X4_S(0xFD_0085, "i16x8.narrow_i32x4_s", NONE, binary(V128), SIMD),
  I16X8_NARROW_I32X4_U(0xFD_0086, "i16x8.narrow_i32x4_u", NONE, binary(V128), SIMD),
  I16X8_EXTEND_LOW_I8X16_S(0xFD_0087, "i16x8.extend_low_i8x16_s", NONE, unary(V128), SIMD),
  I16X8_EXTEND_HIGH_I8X16_S(0xFD_0088, "i16x8.extend_high_i8x16_s", NONE, unary(V128), SIMD),
  I16X8_EXTEND_LOW_I8X16_U(0xFD_0089, "i16x8.extend_low_i8x16_u", NONE, unary(V128), SIMD),
  I16X8_EXTEND_HIGH_I8X16_U(0xFD_008A, "i16x8.extend_high_i8x16_u", NONE, unary(V128), SIMD),
  I16X8_SHL(0xFD_008B, "i16x8.shl", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I16X8_SHR_S(0xFD_008C, "i16x8.shr_s", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I16X8_SHR_U(0xFD_008D, "i16x8.shr_u", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I16X8_ADD(0xFD_008E, "i16x8.add", NONE, binary(V128), SIMD),
  I16X8_ADD_SAT_S(0xFD_008F, "i16x8.add_sat_s", NONE, binary(V128), SIMD),
  I16X8_ADD_SAT_U(0xFD_0090, "i16x8.add_sat_u", NONE, binary(V128), SIMD),
  I16X8_SUB(0xFD_0091, "i16x8.sub", NONE, binary(V128), SIMD),
  I16X8_SUB_SAT_S(0xFD_0092, "i16x8.sub_sat_s", NONE, binary(V128), SIMD),
  I16X8_SUB_SAT_U(0xFD_0093, "i16x8.sub_sat_u", NONE, binary(V128), SIMD),
  F64X2_NEAREST(0xFD_0094, "f64x2.nearest", NONE, unary(V128), SIMD),
  I16X8_MUL(0xFD_0095, "i16x8.mul", NONE, binary(V128), SIMD),
  I16X8_MIN_S(0xFD_0096, "i16x8.min_s", NONE, binary(V128), SIMD),
  I16X8_MIN_U(0xFD_0097, "i16x8.min_u", NONE, binary(V128), SIMD),
  I16X8_MAX_S(0xFD_0098, "i16x8.max_s", NONE, binary(V128), SIMD),
  I16X8_MAX_U(0xFD_0099, "i16x8.max_u", NONE, binary(V128), SIMD),
  I16X8_AVGR_U(0xFD_009B, "i16x8.avgr_u", NONE, binary(V128), SIMD),
  I16X8_EXTMUL_LOW_I8X16_S(0xFD_009C, "i16x8.extmul_low_i8x16_s", NONE, binary(V128), SIMD),
  I16X8_EXTMUL_HIGH_I8X16_S(0xFD_009D, "i16x8.extmul_high_i8x16_s", NONE, binary(V128), SIMD),
  I16X8_EXTMUL_LOW_I8X16_U(0xFD_009E, "i16x8.extmul_low_i8x16_u", NONE, binary(V128), SIMD),
  I16X8_EXTMUL_HIGH_I8X16_U(0xFD_009F, "i16x8.extmul_high_i8x16_u", NONE, binary(V128), SIMD),
  I32X4_ABS(0xFD_00A0, "i32x4.abs", NONE, unary(V128), SIMD),
  I32X4_NEG(0xFD_00A1, "i32x4.neg", NONE, unary(V128), SIMD),
  I32X4_ALL_TRUE(0xFD_00A3, "i32x4.all_true", NONE, test(V128), SIMD),
  I32X4_BITMASK(0xFD_00A4, "i32x4.bitmask", NONE, test(V128), SIMD),
  I32X4_EXTEND_LOW_I16X8_S(0xFD_00A7, "i32x4.extend_low_i16x8_s", NONE, unary(V128), SIMD),
  I32X4_EXTEND_HIGH_I16X8_S(0xFD_00A8, "i32x4.extend_high_i16x8_s", NONE, unary(V128), SIMD),
  I32X4_EXTEND_LOW_I16X8_U(0xFD_00A9, "i32x4.extend_low_i16x8_u", NONE, unary(V128), SIMD),
  I32X4_EXTEND_HIGH_I16X8_U(0xFD_00AA, "i32x4.extend_high_i16x8_u", NONE, unary(V128), SIMD),
  I32X4_SHL(0xFD_00AB, "i32x4.shl", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I32X4_SHR_S(0xFD_00AC, "i32x4.shr_s", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I32X4_SHR_U(0xFD_00AD, "i32x4.shr_u", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I32X4_ADD(0xFD_00AE, "i32x4.add", NONE, binary(V128), SIMD),
  I32X4_SUB(0xFD_00B1, "i32x4.sub", NONE, binary(V128), SIMD),
  I32X4_MUL(0xFD_00B5, "i32x4.mul", NONE, binary(V128), SIMD),
  I32X4_MIN_S(0xFD_00B6, "i32x4.min_s", NONE, binary(V128), SIMD),
  I32X4_MIN_U(0xFD_00B7, "i32x4.min_u", NONE, binary(V128), SIMD),
  I32X4_MAX_S(0xFD_00B8, "i32x4.max_s", NONE, binary(V128), SIMD),
  I32X4_MAX_U(0xFD_00B9, "i32x4.max_u", NONE, binary(V128), SIMD),
  I32X4_DOT_I16X8_S(0xFD_00BA, "i32x4.dot_i16x8_s", NONE, binary(V128), SIMD),
  I32X4_EXTMUL_LOW_I16X8_S(0xFD_00BC, "i32x4.extmul_low_i16x8_s", NONE, binary(V128), SIMD),
  I32X4_EXTMUL_HIGH_I16X8_S(0xFD_00BD, "i32x4.extmul_high_i16x8_s", NONE, binary(V128), SIMD),
  I32X4_EXTMUL_LOW_I16X8_U(0xFD_00BE, "i32x4.extmul_low_i16x8_u", NONE, binary(V128), SIMD),
  I32X4_EXTMUL_HIGH_I16X8_U(0xFD_00BF, "i32x4.extmul_high_i16x8_u", NONE, binary(V128), SIMD),
  I64X2_ABS(0xFD_00C0, "i64x2.abs", NONE, unary(V128), SIMD),
  I64X2_NEG(0xFD_00C1, "i64x2.neg", NONE, unary(V128), SIMD),
  I64X2_ALL_TRUE(0xFD_00C3, "i64x2.all_true", NONE, test(V128), SIMD),
  I64X2_BITMASK(0xFD_00C4, "i64x2.bitmask", NONE, test(V128), SIMD),
  I64X2_EXTEND_LOW_I32X4_S(0xFD_00C7, "i64x2.extend_low_i32x4_s", NONE, unary(V128), SIMD),
  I64X2_EXTEND_HIGH_I32X4_S(0xFD_00C8, "i64x2.extend_high_i32x4_s", NONE, unary(V128), SIMD),
  I64X2_EXTEND_LOW_I32X4_U(0xFD_00C9, "i64x2.extend_low_i32x4_u", NONE, unary(V128), SIMD),
  I64X2_EXTEND_HIGH_I32X4_U(0xFD_00CA, "i64x2.extend_high_i32x4_u", NONE, unary(V128), SIMD),
  I64X2_SHL(0xFD_00CB, "i64x2.shl", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I64X2_SHR_S(0xFD_00CC, "i64x2.shr_s", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I64X2_SHR_U(0xFD_00CD, "i64x2.shr_u", NONE, fixed(List.of(V128, I32), V128), SIMD),
  I64X2_ADD(0xFD_00CE, "i64x2.add", NONE, binary(V128), SIMD),
  I64X2_SUB(0xFD_00D1, "i64x2.sub", NONE, binary(V128), SIMD),
  I64X2_MUL(0xFD_00D5, "i64x2.mul", NONE, binary(V128), SIMD),
  I64X2_EQ(0xFD_00D6, "i64x2.eq", NONE, binary(V128), SIMD),
  I64X2_NE(0xFD_00D7, "i64x2.ne", NONE, binary(V128), SIMD),
  I64X2_LT_S(0xFD_00D8, "i64x2.lt_s", NONE, binary(V128), SIMD),
  I64X2_GT_S(0xFD_00D9, "i64x2.gt_s", NONE, binary(V128), SIMD),
  I64X2_LE_S(0xFD_00DA, "i64x2.le_s", NONE, binary(V128), SIMD),
  I64X2_GE_S(0xFD_00DB, "i64x2.ge_s", NONE, binary(V128), SIMD),
  I64X2_EXTMUL_LOW_I32X4_S(0xFD_00DC, "i64x2.extmul_low_i32x4_s", NONE, binary(V128), SIMD),
  I64X2_EXTMUL_HIGH_I32X4_S(0xFD_00DD, "i64x2.extmul_high_i32x4_s", NONE, binary(V128), SIMD),
  I64X2_EXTMUL_LOW_I32X4_U(0xFD_00DE, "i64x2.extmul_low_i32x4_u", NONE, binary(V128), SIMD),
  I64X2_EXTMUL_HIGH_I32X4_U(0xFD_00DF, "i64x2.extmul_high_i32x4_u", NONE, binary(V128), SIMD),
  F32X4_ABS(0xFD_00E0, "f32x4.abs", NONE, unary(V128), SIMD),
  F32X4_NEG(0xFD_00E1, "f32x4.neg", NONE, unary(V128), SIMD),
  F32X4_SQRT(0xFD_00E3, "f32x4.sqrt", NONE, unary(V128), SIMD),
  F32X4_ADD(0xFD_00E4, "f32x4.add", NONE, binary(V128), SIMD),
  F32X4_SUB(0xFD_00E5, "f32x4.sub", NONE, binary(V128), SIMD),
  F32X4_MUL(0xFD_00E6, "f32x4.mul", NONE, binary(V128), SIMD),
  F32X4_DIV(0xFD_00E7, "f32x4.div", NONE, binary(V128), SIMD),
  F32X4_MIN(0xFD_00E8, "f32x4.min", NONE, binary(V128), SIMD),
  F32X4_MAX(0xFD_00E9, "f32x4.max", NONE, binary(V128), SIMD),
  F32X4_PMIN(0xFD_00EA, "f32x4.pmin", NONE, binary(V128), SIMD),
  F32X4_PMAX(0xFD_00EB, "f32x4.pmax", NONE, binary(V128), SIMD),
  F64X2_ABS(0xFD_00EC, "f64x2.abs", NONE, unary(V128), SIMD),
  F64X2_NEG(0xFD_00ED, "f64x2.neg", NONE, unary(V128), SIMD),
  F64X2_SQRT(0xFD_00EF, "f64x2.sqrt", NONE, unary(V128), SIMD),
  F64X2_ADD(0xFD_00F0, "f64x2.add", NONE, binary(V128), SIMD),
  F64X2_SUB(0xFD_00F1, "f64x2.sub", NONE, binary(V128), SIMD),
  F64X2_MUL(0xFD_00F2, "f64x2.mul", NONE, binary(V128), SIMD),
  F64X2_DIV(0xFD_00F3, "f64x2.div", NONE, binary(V128), SIMD),
  F64X2_MIN(0xFD_00F4, "f64x2.min", NONE, binary(V128), SIMD),
  F64X2_MAX(0xFD_00F5, "f64x2.max", NONE, binary(V128), SIMD),
  F64X2_PMIN(0xFD_00F6, "f64x2.pmin", NONE, binary(V128), SIMD),
  F64X2_PMAX(0xFD_00F7, "f64x2.pmax", NONE, binary(V128), SIMD),
  I32X4_TRUNC_SAT_F32X4_S(0xFD_00F8, "i32x4.trunc_sat_f32x4_s", NONE, unary(V128), SIMD),
  I32X4_TRUNC_SAT_F32X4_U(0xFD_00F9, "i32x4.trunc_sat_f32x4_u", NONE, unary(V128), SIMD),
  F32X4_CONVERT_I32X4_S(0xFD_00FA, "f32x4.convert_i32x4_s", NONE, unary(V128), SIMD),
  F32X4_CONVERT_I32X4_U(0xFD_00FB, "f32x4.convert_i32x4_u", NONE, unary(V128), SIMD),
  I32X4_TRUNC_SAT_F64X2_S_ZERO(0xFD_00FC, "i32x4.trunc_sat_f64x2_s_zero", NONE, unary(V128), SIMD),
  I32X4_TRUNC_SAT_F64X2_U_ZERO(0xFD_00FD, "i32x4.trunc_sat_f64x2_u_zero", NONE, unary(V128), SIMD),
  F64X2_CONVERT_LOW_I32X4_S(0xFD_00FE, "f64x2.convert_low_i32x4_s", NONE, unary(V128), SIMD),
  F64X2_CONVERT_LOW_I32X4_U(0xFD_00FF, "f64x2.convert_low_i32x4_u", NONE, unary(V128), SIMD),

  // Relaxed vector instructions (§5.4.8).
  I8X16_RELAXED_SWIZZLE(0xFD_0100, "i8x16.relaxed_swizzle", NONE, binary(V128), RELAXED_SIMD),
  I32X4_RELAXED_TRUNC_F32X4_S(
      0xFD_0101, "i32x4.relaxed_trunc_f32x4_s", NONE, unary(V128), RELAXED_SIMD),
  I32X4_RELAXED_TRUNC_F32X4_U(
      0xFD_0102, "i32x4.relaxed_trunc_f32x4_u", NONE, unary(V128), RELAXED_SIMD),
  I32X4_RELAXED_TRUNC_F64X2_S_ZERO(
      0xFD_0103, "i32x4.relaxed_trunc_f64x2_s_zero", NONE, unary(V128), RELAXED_SIMD),
  I32X4_RELAXED_TRUNC_F64X2_U_ZERO(
      0xFD_0104, "i32x4.relaxed_trunc_f64x2_u_zero", NONE, unary(V128), RELAXED_SIMD),
  F32X4_RELAXED_MADD(0xFD_0105, "f32x4.relaxed_madd", NONE, ternary(V128), RELAXED_SIMD),
  F32X4_RELAXED_NMADD(0xFD_0106, "f32x4.relaxed_nmadd", NONE, ternary(V128), RELAXED_SIMD),
  F64X2_RELAXED_MADD(0xFD_0107, "f64x2.relaxed_madd", NONE, ternary(V128), RELAXED_SIMD),
  F64X2_RELAXED_NMADD(0xFD_0108, "f64x2.relaxed_nmadd", NONE, ternary(V128), RELAXED_SIMD),
  I8X16_RELAXED_LANESELECT(
      0xFD_0109, "i8x16.relaxed_laneselect", NONE, ternary(V128), RELAXED_SIMD),
  I16X8_RELAXED_LANESELECT(
      0xFD_010A, "i16x8.relaxed_laneselect", NONE, ternary(V128), RELAXED_SIMD),
  I32X4_RELAXED_LANESELECT(
      0xFD_010B, "i32x4.relaxed_laneselect", NONE, ternary(V128), RELAXED_SIMD),
  I64X2_RELAXED_LANESELECT(
      0xFD_010C, "i64x2.relaxed_laneselect", NONE, ternary(V128), RELAXED_SIMD),
  F32X4_RELAXED_MIN(0xFD_010D, "f32x4.relaxed_min", NONE, binary(V128), RELAXED_SIMD),
  F32X4_RELAXED_MAX(0xFD_010E, "f32x4.relaxed_max", NONE, binary(V128), RELAXED_SIMD),
  F64X2_RELAXED_MIN(0xFD_010F, "f64x2.relaxed_min", NONE, binary(V128), RELAXED_SIMD),
  F64X2_RELAXED_MAX(0xFD_0110, "f64x2.relaxed_max", NONE, binary(V128), RELAXED_SIMD),
  I16X8_RELAXED_Q15MULR_S(0xFD_0111, "i16x8.relaxed_q15mulr_s", NONE, binary(V128), RELAXED_SIMD),
  I16X8_RELAXED_DOT_I8X16_I7X16_S(
      0xFD_0112, "i16x8.relaxed_dot_i8x16_i7x16_s", NONE, binary(V128), RELAXED_SIMD),
  I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S(
      0xFD_0113, "i32x4.relaxed_dot_i8x16_i7x16_add_s", NONE, ternary(V128), RELAXED_SIMD),

  // Atomic instructions (threads proposal).
  MEMORY_ATOMIC_NOTIFY(
      0xFE_0000, "memory.atomic.notify", MEMARG, access(4, List.of(I32), I32), THREADS),
  MEMORY_ATOMIC_WAIT32(
      0xFE_0001, "memory.atomic.wait32", MEMARG, access(4, List.of(I32, I64), I32), THREADS),
  MEMORY_ATOMIC_WAIT64(
      0xFE_0002, "memory.atomic.wait64", MEMARG, access(8, List.of(I64, I64), I32), THREADS),
  ATOMIC_FENCE(0xFE_0003, "atomic.fence", ZERO_BYTE, SPECIAL, THREADS),
  I32_ATOMIC_LOAD(0xFE_0010, "i32.atomic.load", MEMARG, load(I32, 4), THREADS),
  I64_ATOMIC_LOAD(0xFE_0011, "i64.atomic.load", MEMARG, load(I64, 8), THREADS),
  I32_ATOMIC_LOAD8_U(0xFE_0012, "i32.atomic.load8_u", MEMARG, load(I32, 1), THREADS),
  I32_ATOMIC_LOAD16_U(0xFE_0013, "i32.atomic.load16_u", MEMARG, load(I32, 2), THREADS),
  I64_ATOMIC_LOAD8_U(0xFE_0014, "i64.atomic.load8_u", MEMARG, load(I64, 1), THREADS),
  I64_ATOMIC_LOAD16_U(0xFE_0015, "i64.atomic.load16_u", MEMARG, load(I64, 2), THREADS),
  I64_ATOMIC_LOAD32_U(0xFE_0016, "i64.atomic.load32_u", MEMARG, load(I64, 4), THREADS),
  I32_ATOMIC_STORE(0xFE_0017, "i32.atomic.store", MEMARG, store(I32, 4), THREADS),
  I64_ATOMIC_STORE(0xFE_0018, "i64.atomic.store", MEMARG, store(I64, 8), THREADS),
  I32_ATOMIC_STORE8(0xFE_0019, "i32.atomic.store8", MEMARG, store(I32, 1), THREADS),
  I32_ATOMIC_STORE16(0xFE_001A, "i32.atomic.store16", MEMARG, store(I32, 2), THREADS),
  I64_ATOMIC_STORE8(0xFE_001B, "i64.atomic.store8", MEMARG, store(I64, 1), THREADS),
  I64_ATOMIC_STORE16(0xFE_001C, "i64.atomic.store16", MEMARG, store(I64, 2), THREADS),
  I64_ATOMIC_STORE32(0xFE_001D, "i64.atomic.store32", MEMARG, store(I64, 4), THREADS),
  I32_ATOMIC_RMW_ADD(
      0xFE_001E, "i32.atomic.rmw.add", MEMARG, access(4, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW_ADD(
      0xFE_001F, "i64.atomic.rmw.add", MEMARG, access(8, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW8_ADD_U(
      0xFE_0020, "i32.atomic.rmw8.add_u", MEMARG, access(1, List.of(I32), I32), THREADS),
  I32_ATOMIC_RMW16_ADD_U(
      0xFE_0021, "i32.atomic.rmw16.add_u", MEMARG, access(2, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW8_ADD_U(
      0xFE_0022, "i64.atomic.rmw8.add_u", MEMARG, access(1, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW16_ADD_U(
      0xFE_0023, "i64.atomic.rmw16.add_u", MEMARG, access(2, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW32_ADD_U(
      0xFE_0024, "i64.atomic.rmw32.add_u", MEMARG, access(4, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW_SUB(
      0xFE_0025, "i32.atomic.rmw.sub", MEMARG, access(4, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW_SUB(
      0xFE_0026, "i64.atomic.rmw.sub", MEMARG, access(8, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW8_SUB_U(
      0xFE_0027, "i32.atomic.rmw8.sub_u", MEMARG, access(1, List.of(I32), I32), THREADS),
  I32_ATOMIC_RMW16_SUB_U(
      0xFE_0028, "i32.atomic.rmw16.sub_u", MEMARG, access(2, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW8_SUB_U(
      0xFE_0029, "i64.atomic.rmw8.sub_u", MEMARG, access(1, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW16_SUB_U(
      0xFE_002A, "i64.atomic.rmw16.sub_u", MEMARG, access(2, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW32_SUB_U(
      0xFE_002B, "i64.atomic.rmw32.sub_u", MEMARG, access(4, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW_AND(
      0xFE_002C, "i32.atomic.rmw.and", MEMARG, access(4, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW_AND(
      0xFE_002D, "i64.atomic.rmw.and", MEMARG, access(8, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW8_AND_U(
      0xFE_002E, "i32.atomic.rmw8.and_u", MEMARG, access(1, List.of(I32), I32), THREADS),
  I32_ATOMIC_RMW16_AND_U(
      0xFE_002F, "i32.atomic.rmw16.and_u", MEMARG, access(2, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW8_AND_U(
      0xFE_0030, "i64.atomic.rmw8.and_u", MEMARG, access(1, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW16_AND_U(
      0xFE_0031, "i64.atomic.rmw16.and_u", MEMARG, access(2, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW32_AND_U(
      0xFE_0032, "i64.atomic.rmw32.and_u", MEMARG, access(4, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW_OR(0xFE_0033, "i32.atomic.rmw.or", MEMARG, access(4, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW_OR(0xFE_0034, "i64.atomic.rmw.or", MEMARG, access(8, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW8_OR_U(
      0xFE_0035, "i32.atomic.rmw8.or_u", MEMARG, access(1, List.of(I32), I32), THREADS),
  I32_ATOMIC_RMW16_OR_U(
      0xFE_0036, "i32.atomic.rmw16.or_u", MEMARG, access(2, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW8_OR_U(
      0xFE_0037, "i64.atomic.rmw8.or_u", MEMARG, access(1, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW16_OR_U(
      0xFE_0038, "i64.atomic.rmw16.or_u", MEMARG, access(2, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW32_OR_U(
      0xFE_0039, "i64.atomic.rmw32.or_u", MEMARG, access(4, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW_XOR(
      0xFE_003A, "i32.atomic.rmw.xor", MEMARG, access(4, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW_XOR(
      0xFE_003B, "i64.atomic.rmw.xor", MEMARG, access(8, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW8_XOR_U(
      0xFE_003C, "i32.atomic.rmw8.xor_u", MEMARG, access(1, List.of(I32), I32), THREADS),
  I32_ATOMIC_RMW16_XOR_U(
      0xFE_003D, "i32.atomic.rmw16.xor_u", MEMARG, access(2, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW8_XOR_U(
      0xFE_003E, "i64.atomic.rmw8.xor_u", MEMARG, access(1, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW16_XOR_U(
      0xFE_003F, "i64.atomic.rmw16.xor_u", MEMARG, access(2, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW32_XOR_U(
      0xFE_0040, "i64.atomic.rmw32.xor_u", MEMARG, access(4, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW_XCHG(
      0xFE_0041, "i32.atomic.rmw.xchg", MEMARG, access(4, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW_XCHG(
      0xFE_0042, "i64.atomic.rmw.xchg", MEMARG, access(8, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW8_XCHG_U(
      0xFE_0043, "i32.atomic.rmw8.xchg_u", MEMARG, access(1, List.of(I32), I32), THREADS),
  I32_ATOMIC_RMW16_XCHG_U(
      0xFE_0044, "i32.atomic.rmw16.xchg_u", MEMARG, access(2, List.of(I32), I32), THREADS),
  I64_ATOMIC_RMW8_XCHG_U(
      0xFE_0045, "i64.atomic.rmw8.xchg_u", MEMARG, access(1, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW16_XCHG_U(
      0xFE_0046, "i64.atomic.rmw16.xchg_u", MEMARG, access(2, List.of(I64), I64), THREADS),
  I64_ATOMIC_RMW32_XCHG_U(
      0xFE_0047, "i64.atomic.rmw32.xchg_u", MEMARG, access(4, List.of(I64), I64), THREADS),
  I32_ATOMIC_RMW_CMPXCHG(
      0xFE_0048, "i32.atomic.rmw.cmpxchg", MEMARG, access(4, List.of(I32, I32), I32), THREADS),
  I64_ATOMIC_RMW_CMPXCHG(
      0xFE_0049, "i64.atomic.rmw.cmpxchg", MEMARG, access(8, List.of(I64, I64), I64), THREADS),
  I32_ATOMIC_RMW8_CMPXCHG_U(
      0xFE_004A, "i32.atomic.rmw8.cmpxchg_u", MEMARG, access(1, List.of(I32, I32), I32), THREADS),
  I32_ATOMIC_RMW16_CMPXCHG_U(
      0xFE_004B, "i32.atomic.rmw16.cmpxchg_u", MEMARG, access(2, List.of(I32, I32), I32), THREADS),
  I64_ATOMIC_RMW8_CMPXCHG_U(
      0xFE_004C, "i64.atomic.rmw8.cmpxchg_u", MEMARG, access(1, List.of(I64, I64), I64), THREADS),
  I64_ATOMIC_RMW16_CMPXCHG_U(
      0xFE_004D, "i64.atomic.rmw16.cmpxchg_u", MEMARG, access(2, List.of(I64, I64), I64), THREADS),
  I64_ATOMIC_RMW32_CMPXCHG_U(
      0xFE_004E, "i64.atomic.rmw32.cmpxchg_u", MEMARG, access(4, List.of(I64, I64), I64), THREADS),

  // Strings (reference-typed strings proposal).
  STRING_NEW_UTF8(0xFB_0080, "string.new_utf8", MEMORY, SPECIAL, STRINGREF),
  STRING_NEW_WTF16(0xFB_0081, "string.new_wtf16", MEMORY, SPECIAL, STRINGREF),
  STRING_CONST(0xFB_0082, "string.const", STRING, SPECIAL, STRINGREF),
  STRING_MEASURE_UTF8(0xFB_0083, "string.measure_utf8", NONE, SPECIAL, STRINGREF),
  STRING_MEASURE_WTF8(0xFB_0084, "string.measure_wtf8", NONE, SPECIAL, STRINGREF),
  STRING_MEASURE_WTF16(0xFB_0085, "string.measure_wtf16", NONE, SPECIAL, STRINGREF),
  STRING_ENCODE_UTF8(0xFB_0086, "string.encode_utf8", MEMORY, SPECIAL, STRINGREF),
  STRING_ENCODE_WTF16(0xFB_0087, "string.encode_wtf16", MEMORY, SPECIAL, STRINGREF),
  STRING_CONCAT(0xFB_0088, "string.concat", NONE, SPECIAL, STRINGREF),
  STRING_EQ(0xFB_0089, "string.eq", NONE, SPECIAL, STRINGREF),
  STRING_IS_USV_SEQUENCE(0xFB_008A, "string.is_usv_sequence", NONE, SPECIAL, STRINGREF),
  STRING_NEW_LOSSY_UTF8(0xFB_008B, "string.new_lossy_utf8", MEMORY, SPECIAL, STRINGREF),
  STRING_NEW_WTF8(0xFB_008C, "string.new_wtf8", MEMORY, SPECIAL, STRINGREF),
  STRING_ENCODE_LOSSY_UTF8(0xFB_008D, "string.encode_lossy_utf8", MEMORY, SPECIAL, STRINGREF),
  STRING_ENCODE_WTF8(0xFB_008E, "string.encode_wtf8", MEMORY, SPECIAL, STRINGREF),
  STRING_AS_WTF16(0xFB_0098, "string.as_wtf16", NONE, SPECIAL, STRINGREF),
  STRINGVIEW_WTF16_LENGTH(0xFB_0099, "stringview_wtf16.length", NONE, SPECIAL, STRINGREF),
  STRINGVIEW_WTF16_GET_CODEUNIT(
      0xFB_009A, "stringview_wtf16.get_codeunit", NONE, SPECIAL, STRINGREF),
  STRINGVIEW_WTF16_SLICE(0xFB_009B, "stringview_wtf16.slice", NONE, SPECIAL, STRINGREF),
  STRINGVIEW_WTF16_ENCODE(0xFB_009C, "stringview_wtf16.encode", MEMORY, SPECIAL, STRINGREF),
  STRING_COMPARE(0xFB_00A8, "string.compare", NONE, SPECIAL, STRINGREF),
  STRING_FROM_CODE_POINT(0xFB_00A9, "string.from_code_point", NONE, SPECIAL, STRINGREF),
  STRING_NEW_UTF8_ARRAY(0xFB_00B0, "string.new_utf8_array", NONE, SPECIAL, STRINGREF),
  STRING_NEW_WTF16_ARRAY(0xFB_00B1, "string.new_wtf16_array", NONE, SPECIAL, STRINGREF),
  STRING_ENCODE_UTF8_ARRAY(0xFB_00B2, "string.encode_utf8_array", NONE, SPECIAL, STRINGREF),
  STRING_ENCODE_WTF16_ARRAY(0xFB_00B3, "string.encode_wtf16_array", NONE, SPECIAL, STRINGREF),
  STRING_NEW_LOSSY_UTF8_ARRAY(0xFB_00B4, "string.new_lossy_utf8_array", NONE, SPECIAL, STRINGREF),
  STRING_NEW_WTF8_ARRAY(0xFB_00B5, "string.new_wtf8_array", NONE, SPECIAL, STRINGREF),
  STRING_ENCODE_LOSSY_UTF8_ARRAY(
      0xFB_00B6, "string.encode_lossy_utf8_array", NONE, SPECIAL, STRINGREF),
  STRING_ENCODE_WTF8_ARRAY(0xFB_00B7, "string.encode_wtf8_array", NONE, SPECIAL, STRINGREF);

  private final int code;
  private final String mnemonic;
  private final Immediate immediate;
  private final Signature signature;
  private final Feature feature;

  Opcode(int code, String mnemonic, Immediate immediate, Signature signature, Feature feature) {
    this.code = code;
    this.mnemonic = mnemonic;
    this.immediate = immediate;
    this.signature = signature;
    this.feature = feature;
  }

  /** The byte, or {@code prefix << 16 | number}. */
  public int code() {
    return code;
  }

  /** The prefix byte, or 0 where the code is a single byte. */
  public int prefix() {
    return code >>> 16;
  }

  /** The number behind the prefix byte, or the single byte itself. */
  public int number() {
    return code & 0xFFFF;
  }

  /**
   * The keyword of the text format. Two rows share one where the binary format has a code for each
   * form of a single instruction: {@code select}, {@code ref.test}, {@code ref.cast}.
   */
  public String mnemonic() {
    return mnemonic;
  }

  public Immediate immediate() {
    return immediate;
  }

  public Signature signature() {
    return signature;
  }

  /** What a module that uses this instruction needs. */
  public Feature feature() {
    return feature;
  }
}
