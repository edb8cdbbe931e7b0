package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.AddressType;

/** Parses constant expressions (§6.5.13). */
final class ExpressionParser {

  private final TokenCursor cursor;
  private final ParseContext context;

  ExpressionParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
  }

  /** The instructions up to the parenthesis that closes the one around. */
  ByteSlice sequence() {
    var out = new ByteWriter();
    InstructionParser.ofConstants(cursor, context, out).sequence();
    out.u8(Opcode.END.number());
    return out.toSlice();
  }

  /** {@code (keyword instructions)}, or a single folded instruction. */
  ByteSlice abbreviated(String keyword) {
    if (cursor.skipLeft(keyword)) {
      ByteSlice expression = sequence();
      cursor.expectRight();
      return expression;
    }
    var out = new ByteWriter();
    InstructionParser.ofConstants(cursor, context, out).single();
    out.u8(Opcode.END.number());
    return out.toSlice();
  }

  /** The constant zero of an address type. */
  static ByteSlice zero(AddressType address) {
    Opcode constant = address == AddressType.I64 ? Opcode.I64_CONST : Opcode.I32_CONST;
    return ByteSlice.of((byte) constant.number(), (byte) 0, (byte) Opcode.END.number());
  }
}
