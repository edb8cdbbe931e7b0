package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The tokens that a parser looks at, with one token of lookahead: no white space, no comments, no
 * annotations. Of annotations that mean something only the place is kept, with the token behind.
 * Tokens that are no tokens have been reported by {@link FieldScanner}; a faulty string is taken
 * for a string, the rest is passed over.
 */
public final class TokenCursor {

  private static final byte[] NAME = "(@name".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HINT =
      "(@metadata.code.branch_hint".getBytes(StandardCharsets.US_ASCII);

  private static final int NONE = -1;

  /** A token with the annotations right before it. */
  private static final class Slot {
    TokenKind kind = TokenKind.END;
    int start;
    int end;
    int name = NONE;
    int hint = NONE;
  }

  private final byte[] source;
  private final Lexer lexer;
  private Slot current = new Slot();
  private Slot following = new Slot();
  private boolean hasFollowing;
  private int lastEnd;

  /** Looks at the tokens from {@code from} up to {@code to}. */
  public TokenCursor(byte[] source, int from, int to) {
    this.source = source;
    lexer = new Lexer(source, from, to);
    lastEnd = from;
    read(current);
  }

  /** The whole text. */
  public byte[] source() {
    return source;
  }

  /** Kind of the current token. */
  public TokenKind kind() {
    return current.kind;
  }

  /** Offset of the first byte of the current token. */
  public int start() {
    return current.start;
  }

  /** Offset after the last byte of the current token. */
  public int end() {
    return current.end;
  }

  /** End of the token before the current one. */
  public int lastEnd() {
    return lastEnd;
  }

  /** The bytes of the current token. */
  public Span span() {
    return new Span(current.start, current.end);
  }

  /** The characters of the current token. */
  public String text() {
    return new String(source, current.start, current.end - current.start, StandardCharsets.UTF_8);
  }

  /** Goes to the next token. */
  public void advance() {
    lastEnd = current.end;
    if (hasFollowing) {
      Slot free = current;
      current = following;
      following = free;
      hasFollowing = false;
    } else {
      read(current);
    }
  }

  private Slot following() {
    if (!hasFollowing) {
      read(following);
      hasFollowing = true;
    }
    return following;
  }

  TokenKind followingKind() {
    return following().kind;
  }

  int followingStart() {
    return following().start;
  }

  int followingEnd() {
    return following().end;
  }

  private void read(Slot slot) {
    slot.name = NONE;
    slot.hint = NONE;
    while (true) {
      TokenKind kind = lexer.next();
      switch (kind) {
        case WHITE_SPACE, LINE_COMMENT, BLOCK_COMMENT -> {}
        case ANNOTATION, EMPTY_ANNOTATION -> annotation(slot);
        case UNCLOSED_STRING, ILLEGAL_STRING, ILLEGAL_ESCAPE -> {
          take(slot, TokenKind.STRING);
          return;
        }
        default -> {
          if (!kind.isFault()) {
            take(slot, kind);
            return;
          }
        }
      }
    }
  }

  private void take(Slot slot, TokenKind kind) {
    slot.kind = kind;
    slot.start = lexer.start();
    slot.end = lexer.end();
  }

  private void annotation(Slot slot) {
    if (is(NAME, lexer.start(), lexer.end())) {
      slot.name = lexer.start();
    } else if (is(HINT, lexer.start(), lexer.end())) {
      slot.hint = lexer.start();
    }
    int depth = 1;
    while (depth > 0) {
      switch (lexer.next()) {
        case LEFT, ANNOTATION, EMPTY_ANNOTATION -> depth++;
        case RIGHT -> depth--;
        case END -> depth = 0;
        default -> {}
      }
    }
  }

  private boolean is(byte[] word, int start, int end) {
    return Arrays.equals(word, 0, word.length, source, start, end);
  }

  /** Whether the current token is the keyword {@code word}. */
  public boolean atKeyword(String word) {
    return current.kind == TokenKind.KEYWORD && matches(word, current);
  }

  private boolean matches(String word, Slot slot) {
    if (slot.end - slot.start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (source[slot.start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the current keyword begins with {@code prefix}, as in {@code offset=8}. */
  boolean atKeywordPrefix(String prefix) {
    if (current.kind != TokenKind.KEYWORD || current.end - current.start < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (source[current.start + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the current token is a parenthesis with the keyword {@code word} behind it. */
  public boolean atLeft(String word) {
    return current.kind == TokenKind.LEFT
        && following().kind == TokenKind.KEYWORD
        && matches(word, following);
  }

  /** Passes over {@code (word} and says whether it was there. */
  public boolean skipLeft(String word) {
    if (!atLeft(word)) {
      return false;
    }
    advance();
    advance();
    return true;
  }

  /** Passes over the keyword and says whether it was there. */
  public boolean skipKeyword(String word) {
    if (!atKeyword(word)) {
      return false;
    }
    advance();
    return true;
  }

  void expectLeft(String word) {
    if (!skipLeft(word)) {
      throw unexpected("\"(" + word + "\"");
    }
  }

  /** Passes over the closing parenthesis that must be here. */
  public void expectRight() {
    if (current.kind != TokenKind.RIGHT) {
      throw unexpected("\")\"");
    }
    advance();
  }

  /** Passes over everything up to the parenthesis that closes the one around the cursor. */
  public void skipToRight() {
    int depth = 0;
    while (current.kind != TokenKind.END) {
      if (current.kind == TokenKind.LEFT) {
        depth++;
      } else if (current.kind == TokenKind.RIGHT && depth-- == 0) {
        return;
      }
      advance();
    }
  }

  /** The bytes that the string at the cursor stands for; passes over it. */
  public byte[] string(String expected) {
    if (current.kind != TokenKind.STRING) {
      throw unexpected(expected);
    }
    byte[] bytes = StringLiteral.decode(source, current.start, current.end);
    advance();
    return bytes;
  }

  /** The identifier at the cursor without the dollar sign, if there is one; passes over it. */
  public Optional<String> identifier() {
    if (current.kind != TokenKind.ID) {
      return Optional.empty();
    }
    var id = new IdText();
    id.read(source, current.start, current.end);
    advance();
    return Optional.of(id.toString());
  }

  /** The error that the current token is not what was expected. */
  public DiagnosticException unexpected(String expected) {
    return new DiagnosticException(TextErrors.unexpected(source, current.kind, span(), expected));
  }

  /** Offset of the name annotation right before the current token, or −1. */
  int nameAnnotation() {
    return current.name;
  }

  /** Offset of the branch hint right before the current token, or −1. */
  int branchHint() {
    return current.hint;
  }
}
