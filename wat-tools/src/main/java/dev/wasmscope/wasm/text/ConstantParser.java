package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Parses the numbers of instructions (§6.5.7, §6.5.8). */
public final class ConstantParser {

  private static final int LANES = 16;
  private static final int BYTE_LIMIT = 256;

  private final TokenCursor cursor;

  /** Parses the numbers at {@code cursor}. */
  public ConstantParser(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** An integer of {@code width} bits, signed or not; sign-extended. */
  public long integer(int width) {
    if (cursor.kind() != TokenKind.NATURAL && cursor.kind() != TokenKind.INTEGER) {
      throw cursor.unexpected("an integer");
    }
    OptionalLong value =
        NumberLiteral.integer(cursor.source(), cursor.start(), cursor.end(), width);
    if (value.isEmpty()) {
      throw outOfRange("an integer of " + width + " bits was expected");
    }
    cursor.advance();
    return value.getAsLong();
  }

  /** The bits of a floating-point number of 32 bits. */
  public int f32() {
    expectNumber();
    OptionalInt value = NumberLiteral.f32(cursor.source(), cursor.start(), cursor.end());
    if (value.isEmpty()) {
      throw outOfRange("a floating-point number of 32 bits was expected");
    }
    cursor.advance();
    return value.getAsInt();
  }

  /** The bits of a floating-point number of 64 bits. */
  public long f64() {
    expectNumber();
    OptionalLong value = NumberLiteral.f64(cursor.source(), cursor.start(), cursor.end());
    if (value.isEmpty()) {
      throw outOfRange("a floating-point number of 64 bits was expected");
    }
    cursor.advance();
    return value.getAsLong();
  }

  private void expectNumber() {
    if (!cursor.kind().isNumber()) {
      throw cursor.unexpected("a number");
    }
  }

  private DiagnosticException outOfRange(String expected) {
    return new DiagnosticException(
        Diagnostic.error(
            DiagnosticCode.CONSTANT_RANGE, cursor.span(), expected + ", found " + cursor.text()));
  }

  /** An unsigned number of 64 bits without sign. */
  long u64() {
    if (cursor.kind() != TokenKind.NATURAL) {
      throw cursor.unexpected("a number without sign");
    }
    long value = u64(cursor.start(), cursor.end());
    cursor.advance();
    return value;
  }

  /** The unsigned number of 64 bits {@code [start, end)} of the source. */
  long u64(int start, int end) {
    OptionalLong value = NumberLiteral.unsigned(cursor.source(), start, end);
    if (value.isEmpty()) {
      throw new DiagnosticException(
          Diagnostic.error(
              DiagnosticCode.I64_RANGE, new Span(start, end), "expected less than 2^64"));
    }
    return value.getAsLong();
  }

  /** The index of a lane: a byte. */
  int lane() {
    if (cursor.kind() != TokenKind.NATURAL) {
      throw cursor.unexpected("a lane index");
    }
    return laneByte();
  }

  private int laneByte() {
    OptionalInt value =
        cursor.kind() == TokenKind.NATURAL
            ? NumberLiteral.u32(cursor.source(), cursor.start(), cursor.end())
            : OptionalInt.empty();
    boolean fits = value.isPresent() && Integer.compareUnsigned(value.getAsInt(), BYTE_LIMIT) < 0;
    if (!fits) {
      throw new DiagnosticException(
          Diagnostic.error(
              DiagnosticCode.I8_RANGE, cursor.span(), "expected 0 to 255, found " + cursor.text()));
    }
    cursor.advance();
    return value.getAsInt();
  }

  /** The sixteen lane indices of a shuffle. */
  void lanes16(ByteWriter out) {
    int start = cursor.start();
    int count = 0;
    while (cursor.kind().isNumber()) {
      int lane = laneByte();
      if (count++ < LANES) {
        out.u8(lane);
      }
    }
    if (count != LANES) {
      throw new DiagnosticException(
          Diagnostic.error(
              DiagnosticCode.LANE_LENGTH,
              new Span(start, Math.max(start, cursor.lastEnd())),
              "expected 16 lane indices, found " + count));
    }
  }

  /** A shape and its lanes: the lower and the upper eight bytes, little-endian. */
  public long[] v128() {
    var out = new ByteWriter();
    v128(out);
    ByteBuffer bytes = out.toSlice().buffer();
    return new long[] {bytes.getLong(0), bytes.getLong(8)};
  }

  /** A shape and its lanes, as sixteen bytes. */
  void v128(ByteWriter out) {
    LaneShape shape = cursor.kind() == TokenKind.KEYWORD ? LaneShape.of(cursor.text()) : null;
    if (shape == null) {
      throw cursor.unexpected("a shape such as i32x4");
    }
    int start = cursor.start();
    cursor.advance();
    int from = out.size();
    int count = 0;
    DiagnosticException bad = null;
    while (cursor.kind().isNumber()) {
      count++;
      bad = lane(shape, count <= shape.lanes() ? out : new ByteWriter(), bad);
    }
    if (count != shape.lanes()) {
      out.truncate(from);
      if (cursor.kind() == TokenKind.RESERVED || cursor.kind() == TokenKind.KEYWORD) {
        rejectUnknownWord();
      }
      throw laneCount(shape, count, new Span(start, cursor.lastEnd()));
    }
    if (bad != null) {
      throw bad;
    }
  }

  /** A word that means nothing was meant to be a lane. */
  private void rejectUnknownWord() {
    DiagnosticException error = cursor.unexpected("a lane");
    if (error.diagnostic().code() == DiagnosticCode.UNKNOWN_OPERATOR) {
      throw error;
    }
  }

  /** Reads on after a bad lane, since a wrong number of lanes weighs more. */
  private DiagnosticException lane(LaneShape shape, ByteWriter out, DiagnosticException before) {
    try {
      lane(shape, out);
      return before;
    } catch (DiagnosticException e) {
      cursor.advance();
      return before == null ? e : before;
    }
  }

  private void lane(LaneShape shape, ByteWriter out) {
    switch (shape) {
      case I8X16 -> out.u8((int) integer(8));
      case I16X8 -> {
        int value = (int) integer(16);
        out.u8(value);
        out.u8(value >> 8);
      }
      case I32X4 -> out.i32((int) integer(32));
      case I64X2 -> out.i64(integer(64));
      case F32X4 -> out.i32(f32());
      case F64X2 -> out.i64(f64());
    }
  }

  private static DiagnosticException laneCount(LaneShape shape, int count, Span span) {
    return new DiagnosticException(
        Diagnostic.error(
            DiagnosticCode.LANE_COUNT,
            span,
            shape.keyword() + " has " + shape.lanes() + ", found " + count));
  }
}
