package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.text.ConstantParser;
import dev.wasmscope.wasm.text.TokenCursor;
import dev.wasmscope.wasm.type.AbsHeapType;

/** Parses values that scripts write out. */
final class LiteralParser {

  private final TokenCursor cursor;
  private final ConstantParser constants;

  LiteralParser(TokenCursor cursor) {
    this.cursor = cursor;
    constants = new ConstantParser(cursor);
  }

  /** {@code (keyword value)}. */
  Literal literal() {
    Literal literal;
    if (cursor.skipLeft("i32.const")) {
      literal = new Literal.I32((int) constants.integer(32));
    } else if (cursor.skipLeft("i64.const")) {
      literal = new Literal.I64(constants.integer(64));
    } else if (cursor.skipLeft("f32.const")) {
      literal = new Literal.F32(constants.f32());
    } else if (cursor.skipLeft("f64.const")) {
      literal = new Literal.F64(constants.f64());
    } else if (cursor.skipLeft("v128.const")) {
      long[] halves = constants.v128();
      literal = new Literal.V128(halves[0], halves[1]);
    } else {
      literal = reference();
    }
    cursor.expectRight();
    return literal;
  }

  private Literal reference() {
    if (cursor.skipLeft("ref.null")) {
      return new Literal.RefNull(heapType());
    }
    if (cursor.skipLeft("ref.extern")) {
      return new Literal.RefExtern((int) constants.integer(32));
    }
    if (cursor.skipLeft("ref.host")) {
      return new Literal.RefHost((int) constants.integer(32));
    }
    throw cursor.unexpected("a value such as (i32.const 0)");
  }

  /** The abstract heap type at the cursor; passes over it. */
  AbsHeapType heapType() {
    for (AbsHeapType type : AbsHeapType.values()) {
      if (cursor.skipKeyword(type.toString())) {
        return type;
      }
    }
    throw cursor.unexpected("an abstract heap type");
  }
}
