package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.text.ConstantParser;
import dev.wasmscope.wasm.text.LaneShape;
import dev.wasmscope.wasm.text.TokenCursor;
import dev.wasmscope.wasm.text.TokenKind;
import dev.wasmscope.wasm.type.AbsHeapType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the patterns of expected results. */
final class PatternParser {

  private final TokenCursor cursor;
  private final ConstantParser constants;

  PatternParser(TokenCursor cursor) {
    this.cursor = cursor;
    constants = new ConstantParser(cursor);
  }

  /** All patterns up to a parenthesis that closes. */
  List<Pattern> patterns() {
    List<Pattern> patterns = new ArrayList<>();
    while (cursor.kind() == TokenKind.LEFT) {
      patterns.add(cursor.atLeft("either") ? either() : pattern());
    }
    return patterns;
  }

  private Pattern either() {
    cursor.skipLeft("either");
    List<Pattern> choices = new ArrayList<>();
    while (cursor.kind() == TokenKind.LEFT) {
      choices.add(pattern());
    }
    cursor.expectRight();
    return new Pattern.Either(choices);
  }

  private Pattern pattern() {
    if (cursor.atLeft("f32.const")) {
      return floating(Pattern.Width.F32, "f32.const");
    }
    if (cursor.atLeft("f64.const")) {
      return floating(Pattern.Width.F64, "f64.const");
    }
    if (cursor.atLeft("v128.const")) {
      return vector();
    }
    if (cursor.atLeft("i32.const") || cursor.atLeft("i64.const") || cursor.atLeft("ref.host")) {
      return new Pattern.Exactly(new LiteralParser(cursor).literal());
    }
    return reference();
  }

  private Pattern floating(Pattern.Width width, String keyword) {
    cursor.skipLeft(keyword);
    Pattern.Lane lane = lane(width);
    cursor.expectRight();
    return switch (lane) {
      case Pattern.Lane.NotANumber(Pattern.Nan nan) -> new Pattern.NotANumber(width, nan);
      case Pattern.Lane.Bits(long bits) ->
          new Pattern.Exactly(
              width == Pattern.Width.F32 ? new Literal.F32((int) bits) : new Literal.F64(bits));
    };
  }

  private Pattern.Lane lane(Pattern.Width width) {
    if (cursor.skipKeyword("nan:canonical")) {
      return new Pattern.Lane.NotANumber(Pattern.Nan.CANONICAL);
    }
    if (cursor.skipKeyword("nan:arithmetic")) {
      return new Pattern.Lane.NotANumber(Pattern.Nan.ARITHMETIC);
    }
    return new Pattern.Lane.Bits(
        width == Pattern.Width.F32 ? constants.f32() & 0xFFFF_FFFFL : constants.f64());
  }

  private Pattern vector() {
    cursor.skipLeft("v128.const");
    Pattern pattern;
    if (cursor.atKeyword(LaneShape.F32X4.keyword())) {
      pattern = lanes(Pattern.Width.F32, LaneShape.F32X4);
    } else if (cursor.atKeyword(LaneShape.F64X2.keyword())) {
      pattern = lanes(Pattern.Width.F64, LaneShape.F64X2);
    } else {
      long[] halves = constants.v128();
      pattern = new Pattern.Exactly(new Literal.V128(halves[0], halves[1]));
    }
    cursor.expectRight();
    return pattern;
  }

  private Pattern lanes(Pattern.Width width, LaneShape shape) {
    cursor.advance();
    List<Pattern.Lane> lanes = new ArrayList<>();
    for (int i = 0; i < shape.lanes(); i++) {
      lanes.add(lane(width));
    }
    return new Pattern.Lanes(width, lanes);
  }

  private Pattern reference() {
    if (cursor.skipLeft("ref.null")) {
      return nullReference();
    }
    if (cursor.skipLeft("ref.func")) {
      Optional<Integer> index = number();
      cursor.expectRight();
      return new Pattern.RefFunc(index);
    }
    if (cursor.skipLeft("ref.extern")) {
      Optional<Integer> number = number();
      cursor.expectRight();
      return number
          .<Pattern>map(n -> new Pattern.Exactly(new Literal.RefExtern(n)))
          .orElse(new Pattern.RefKind(AbsHeapType.EXTERN));
    }
    for (AbsHeapType kind : AbsHeapType.values()) {
      if (cursor.skipLeft("ref." + kind)) {
        cursor.expectRight();
        return new Pattern.RefKind(kind);
      }
    }
    throw cursor.unexpected("a pattern of a result");
  }

  private Pattern nullReference() {
    if (cursor.kind() == TokenKind.RIGHT) {
      cursor.advance();
      return new Pattern.AnyNull();
    }
    var type = new LiteralParser(cursor).heapType();
    cursor.expectRight();
    return new Pattern.Exactly(new Literal.RefNull(type));
  }

  private Optional<Integer> number() {
    return cursor.kind() == TokenKind.NATURAL
        ? Optional.of((int) constants.integer(32))
        : Optional.empty();
  }
}
