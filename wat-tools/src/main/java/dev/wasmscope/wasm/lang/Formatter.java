package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.text.Lexer;
import dev.wasmscope.wasm.text.Token;
import dev.wasmscope.wasm.text.TokenKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Formats a text: the lines stay as the author broke them, each indented by two spaces for every
 * parenthesis or flat block that is open before it; one space between tokens of a line; no white
 * space at the ends of lines; at most one empty line at a time. Only white space changes.
 */
public final class Formatter {

  private static final int OUTSIDE = -1;

  /** Steps of indentation at most: texts may nest as deep as they like. */
  private static final int DEEPEST = 40;

  private static final Set<String> OPENERS = Set.of("block", "loop", "if", "try", "try_table");
  private static final Set<String> MIDDLES = Set.of("else", "catch", "catch_all");

  private final byte[] source;
  private final ByteArrayOutputStream out;
  private int depth;
  private boolean lineStart = true;
  private int lineBreaks;
  private boolean spaced;
  private int annotationDepth = OUTSIDE;
  private TokenKind before = TokenKind.LEFT;

  private Formatter(byte[] source) {
    this.source = source;
    out = new ByteArrayOutputStream(source.length);
  }

  /** The formatted text. Formatting it again changes nothing. */
  public static byte[] format(byte[] source) {
    var formatter = new Formatter(source);
    List<Token> tokens = Lexer.tokens(source);
    for (Token token : tokens) {
      if (token.kind() == TokenKind.WHITE_SPACE) {
        formatter.space(token);
      } else {
        formatter.token(token);
      }
    }
    if (formatter.out.size() > 0) {
      formatter.out.write('\n');
    }
    return formatter.out.toByteArray();
  }

  private void space(Token token) {
    spaced = true;
    for (int i = token.start(); i < token.end(); i++) {
      boolean pair = source[i] == '\r' && i + 1 < token.end() && source[i + 1] == '\n';
      if ((source[i] == '\n' || source[i] == '\r') && !pair) {
        lineBreaks++;
      }
    }
  }

  private void token(Token token) {
    boolean behindLeft = before == TokenKind.LEFT || before == TokenKind.ANNOTATION;
    String word = token.kind() == TokenKind.KEYWORD ? text(token) : "";
    boolean flat = !behindLeft && !word.isEmpty() && annotationDepth == OUTSIDE;
    boolean closes = token.kind() == TokenKind.RIGHT || (flat && isEnd(word));
    if (closes) {
      depth = Math.max(0, depth - 1);
      annotationDepth = depth == annotationDepth ? OUTSIDE : annotationDepth;
    }
    separate(token, flat && MIDDLES.contains(word) ? 1 : 0);
    out.write(source, token.start(), token.end() - token.start());
    boolean annotation =
        token.kind() == TokenKind.ANNOTATION || token.kind() == TokenKind.EMPTY_ANNOTATION;
    if (annotation && annotationDepth == OUTSIDE) {
      annotationDepth = depth;
    }
    if (annotation || token.kind() == TokenKind.LEFT || (flat && OPENERS.contains(word))) {
      depth++;
    }
    before = token.kind();
    lineStart = false;
    spaced = false;
    lineBreaks = 0;
  }

  private static boolean isEnd(String word) {
    return word.equals("end") || word.equals("delegate");
  }

  private String text(Token token) {
    return new String(source, token.start(), token.end() - token.start(), StandardCharsets.UTF_8);
  }

  private void separate(Token token, int outdent) {
    if (lineStart) {
      return;
    }
    if (lineBreaks > 0) {
      out.write('\n');
      if (lineBreaks > 1) {
        out.write('\n');
      }
      out.writeBytes(
          " ".repeat(2 * Math.clamp(depth - outdent, 0, DEEPEST)).getBytes(StandardCharsets.UTF_8));
    } else if (needsSpace(token)) {
      out.write(' ');
    }
  }

  /**
   * What is no token may be a part of the one before it, and is left where it is. A parenthesis
   * must not become the start of a comment or annotation.
   */
  private boolean needsSpace(Token token) {
    if (before == TokenKind.LEFT) {
      return source[token.start()] == ';' || source[token.start()] == '@';
    }
    if (token.kind() == TokenKind.RIGHT) {
      return false;
    }
    return spaced || !(token.kind().isFault() || before.isFault());
  }
}
