package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.source.LineIndex;
import dev.wasmscope.wasm.text.Lexer;
import dev.wasmscope.wasm.text.Token;
import dev.wasmscope.wasm.text.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Parts of a text that can be folded away: whatever opens on one line and closes on another. */
public final class FoldingRanges {

  private static final Set<String> OPENERS = Set.of("block", "loop", "if", "try", "try_table");

  /**
   * Lines that can be folded into the first of them.
   *
   * @param firstLine from 1
   * @param lastLine from 1, greater than {@code firstLine}
   */
  public record Range(int firstLine, int lastLine) {}

  private final byte[] source;
  private final LineIndex lines;
  private final Deque<Token> open = new ArrayDeque<>();
  private final List<Range> ranges = new ArrayList<>();

  private FoldingRanges(byte[] source) {
    this.source = source;
    lines = LineIndex.of(source);
  }

  /** The ranges of a text, by their first line; at most one begins on a line. */
  public static List<Range> of(byte[] source) {
    var folding = new FoldingRanges(source);
    TokenKind before = TokenKind.WHITE_SPACE;
    for (Token token : Lexer.tokens(source)) {
      folding.token(token, before);
      before = token.kind().isSpace() ? before : token.kind();
    }
    folding.ranges.sort(
        Comparator.comparingInt(Range::firstLine).thenComparingInt(r -> -r.lastLine()));
    List<Range> distinct = new ArrayList<>();
    for (Range range : folding.ranges) {
      if (distinct.isEmpty() || distinct.getLast().firstLine() != range.firstLine()) {
        distinct.add(range);
      }
    }
    return distinct;
  }

  private void token(Token token, TokenKind before) {
    switch (token.kind()) {
      case LEFT, ANNOTATION -> open.push(token);
      case RIGHT -> close(token, TokenKind.LEFT);
      case BLOCK_COMMENT -> add(token, token);
      case KEYWORD -> keyword(token, before);
      default -> {}
    }
  }

  private void keyword(Token token, TokenKind before) {
    String word =
        new String(source, token.start(), token.end() - token.start(), StandardCharsets.UTF_8);
    if (before != TokenKind.LEFT && OPENERS.contains(word)) {
      open.push(token);
    } else if (word.equals("end") || (word.equals("delegate") && before != TokenKind.LEFT)) {
      close(token, TokenKind.KEYWORD);
    }
  }

  /** Closes the innermost opener of a kind; flat blocks that are left open inside are forgotten. */
  private void close(Token closer, TokenKind opener) {
    while (!open.isEmpty()) {
      Token top = open.peek();
      boolean fits = (top.kind() == TokenKind.KEYWORD) == (opener == TokenKind.KEYWORD);
      if (!fits && opener == TokenKind.KEYWORD) {
        return;
      }
      open.pop();
      if (fits) {
        add(top, closer);
        return;
      }
    }
  }

  private void add(Token first, Token last) {
    int firstLine = lines.line(first.start());
    int lastLine = lines.line(Math.max(first.start(), last.end() - 1));
    if (lastLine > firstLine) {
      ranges.add(new Range(firstLine, lastLine));
    }
  }
}
