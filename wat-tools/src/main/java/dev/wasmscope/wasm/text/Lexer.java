package dev.wasmscope.wasm.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into tokens (§6.3). Never fails: whatever stands in the text, the tokens, white
 * space and comments among them, cover it without gaps.
 */
public final class Lexer {

  private final byte[] bytes;
  private final int limit;
  private int start;
  private int end;
  private TokenKind kind = TokenKind.WHITE_SPACE;

  /** Splits a whole text. */
  public Lexer(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /** Splits the bytes from {@code from} up to {@code to}; offsets are those of the whole array. */
  public Lexer(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.limit = to;
    this.start = from;
    this.end = from;
  }

  /** All tokens of a text but {@link TokenKind#END}. */
  public static List<Token> tokens(byte[] bytes) {
    var tokens = new ArrayList<Token>();
    var lexer = new Lexer(bytes);
    while (lexer.next() != TokenKind.END) {
      tokens.add(new Token(lexer.kind, lexer.start, lexer.end));
    }
    return tokens;
  }

  /** Reads the next token, white space and comments too. */
  public TokenKind next() {
    start = end;
    kind = start < limit ? scan() : TokenKind.END;
    return kind;
  }

  /** Kind of the token read last. */
  public TokenKind kind() {
    return kind;
  }

  /** Offset of the first byte of the token read last. */
  public int start() {
    return start;
  }

  /** Offset after the last byte of the token read last. */
  public int end() {
    return end;
  }

  private TokenKind scan() {
    byte first = bytes[start];
    return switch (CharClass.of(first)) {
      case CharClass.SPACE -> space();
      case CharClass.PARENTHESIS -> first == '(' ? left() : single(TokenKind.RIGHT);
      case CharClass.ID -> word(first);
      case CharClass.QUOTE -> string();
      case CharClass.PUNCTUATION -> punctuation(first);
      case CharClass.CONTROL -> single(TokenKind.ILLEGAL_CHARACTER);
      default -> beyondAscii();
    };
  }

  private TokenKind single(TokenKind of) {
    end = start + 1;
    return of;
  }

  private boolean follows(int at, char expected) {
    return at < limit && bytes[at] == expected;
  }

  private TokenKind space() {
    do {
      end++;
    } while (end < limit && CharClass.of(bytes[end]) == CharClass.SPACE);
    return TokenKind.WHITE_SPACE;
  }

  private TokenKind left() {
    if (follows(start + 1, ';')) {
      return blockComment();
    }
    return follows(start + 1, '@') ? annotation() : single(TokenKind.LEFT);
  }

  private TokenKind blockComment() {
    int depth = 1;
    end = start + 2;
    while (end < limit) {
      if (bytes[end] == '(' && follows(end + 1, ';')) {
        depth++;
        end += 2;
      } else if (bytes[end] == ';' && follows(end + 1, ')')) {
        end += 2;
        if (--depth == 0) {
          return TokenKind.BLOCK_COMMENT;
        }
      } else {
        end++;
      }
    }
    return TokenKind.UNCLOSED_COMMENT;
  }

  private TokenKind annotation() {
    end = start + 2;
    if (follows(end, '"')) {
      int closed = StringScanner.end(bytes, end, limit);
      if (closed > end + 2) {
        end = closed;
        return TokenKind.ANNOTATION;
      }
      return TokenKind.EMPTY_ANNOTATION;
    }
    skipIdCharacters();
    return end > start + 2 ? TokenKind.ANNOTATION : TokenKind.EMPTY_ANNOTATION;
  }

  private void skipIdCharacters() {
    while (end < limit && CharClass.of(bytes[end]) == CharClass.ID) {
      end++;
    }
  }

  private TokenKind word(byte first) {
    end = start + 1;
    skipIdCharacters();
    if (first == '$') {
      return identifier();
    }
    if (continues()) {
      return reserved();
    }
    if (first >= 'a' && first <= 'z') {
      boolean special = first == 'i' || first == 'n';
      return special && NumberShape.isSpecial(bytes, start, end)
          ? TokenKind.FLOAT
          : TokenKind.KEYWORD;
    }
    boolean numeric = CharClass.isDigit(first) || first == '+' || first == '-';
    return numeric ? NumberShape.of(bytes, start, end) : TokenKind.RESERVED;
  }

  private TokenKind identifier() {
    if (end > start + 1) {
      return continues() ? reserved() : TokenKind.ID;
    }
    if (!follows(end, '"')) {
      return TokenKind.EMPTY_ID;
    }
    int closed = StringScanner.end(bytes, end, limit);
    if (closed <= end + 2) {
      end = closed > 0 ? closed : end;
      return TokenKind.EMPTY_ID;
    }
    end = closed;
    return continues() ? reserved() : TokenKind.ID;
  }

  private TokenKind string() {
    int closed = StringScanner.end(bytes, start, limit);
    if (closed < 0) {
      end = StringScanner.lineEnd(bytes, start, limit);
      boolean open = closed == StringScanner.UNCLOSED;
      return open ? TokenKind.UNCLOSED_STRING : TokenKind.ILLEGAL_STRING;
    }
    end = closed;
    if (continues()) {
      return reserved();
    }
    return StringScanner.hasOnlyKnownEscapes(bytes, start, end)
        ? TokenKind.STRING
        : TokenKind.ILLEGAL_ESCAPE;
  }

  private TokenKind punctuation(byte first) {
    if (first == ';' && follows(start + 1, ';')) {
      end = start + 2;
      while (end < limit && bytes[end] != '\n' && bytes[end] != '\r') {
        end++;
      }
      return TokenKind.LINE_COMMENT;
    }
    end = start + 1;
    return reserved();
  }

  /** Whether the next byte sticks to the characters before it (reserved tokens, §6.3.2). */
  private boolean continues() {
    if (end >= limit) {
      return false;
    }
    return switch (CharClass.of(bytes[end])) {
      case CharClass.ID, CharClass.QUOTE -> true;
      case CharClass.PUNCTUATION -> !(bytes[end] == ';' && follows(end + 1, ';'));
      default -> false;
    };
  }

  private TokenKind reserved() {
    while (continues()) {
      if (bytes[end] == '"') {
        int closed = StringScanner.end(bytes, end, limit);
        if (closed < 0) {
          return TokenKind.RESERVED;
        }
        end = closed;
      } else {
        end++;
      }
    }
    return TokenKind.RESERVED;
  }

  private TokenKind beyondAscii() {
    int length = Utf8.sequenceLength(bytes, start, limit);
    if (length == 0) {
      return single(TokenKind.MALFORMED_UTF8);
    }
    end = start + length;
    return TokenKind.ILLEGAL_CHARACTER;
  }
}
