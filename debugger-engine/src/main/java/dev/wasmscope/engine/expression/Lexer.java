package dev.wasmscope.engine.expression;

import dev.wasmscope.wasm.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. */
final class Lexer {
  private static final List<String> SYMBOLS =
      List.of(
          "||", "&&", "==", "!=", "<=", ">=", "<<", ">>", "|", "^", "&", "<", ">", "+", "-", "*",
          "/", "%", "!", "~", "?", ":", "(", ")", "[", "]", "@", ".");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  /** The tokens of {@code source}; the last is {@code END}. */
  static List<Token> tokens(String source) {
    Lexer lexer = new Lexer(source);
    while (lexer.skipSpace()) {
      lexer.next();
    }
    lexer.add(Token.Kind.END, "", lexer.at);
    return lexer.tokens;
  }

  private boolean skipSpace() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    return at < source.length();
  }

  private void next() {
    char c = source.charAt(at);
    if (c == '$') {
      name();
    } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      number();
    } else if (isLetter(c)) {
      run(Token.Kind.WORD, at);
    } else if (c == '\'') {
      character();
    } else {
      symbol();
    }
  }

  private void name() {
    int start = at++;
    if (at < source.length() && source.charAt(at) == '"') {
      int end = source.indexOf('"', at + 1);
      if (end < 0) {
        throw error("the quoted name has no closing '\"'", start, source.length());
      }
      String quoted = source.substring(at + 1, end);
      at = end + 1;
      add(Token.Kind.NAME, quoted, start);
      return;
    }
    int from = at;
    while (at < source.length() && isNamePart(source.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw error(
          "a name must follow '$'; write $\"…\" for names with other characters", start, at);
    }
    add(Token.Kind.NAME, source.substring(from, at), start);
  }

  private void number() {
    int start = at;
    boolean hex = source.startsWith("0x", at) || source.startsWith("0X", at);
    while (at < source.length() && continuesNumber(source.charAt(at), hex)) {
      at++;
    }
    add(Token.Kind.NUMBER, source.substring(start, at), start);
  }

  /** Digits, letters and a point; a sign only after an exponent's letter. */
  private boolean continuesNumber(char c, boolean hex) {
    if (isDigit(c) || isLetter(c) || c == '.') {
      return true;
    }
    char before = Character.toLowerCase(source.charAt(at - 1));
    return (c == '+' || c == '-') && before == (hex ? 'p' : 'e');
  }

  private void character() {
    if (at + 2 >= source.length() || source.charAt(at + 2) != '\'') {
      throw error("a character constant is one character between two \"'\"", at, at + 1);
    }
    int start = at;
    at += 3;
    add(Token.Kind.NUMBER, Integer.toString(source.charAt(start + 1)), start);
  }

  private void symbol() {
    for (String symbol : SYMBOLS) {
      if (source.startsWith(symbol, at)) {
        at += symbol.length();
        add(Token.Kind.SYMBOL, symbol, at - symbol.length());
        return;
      }
    }
    if (source.charAt(at) == '=') {
      throw error("an expression cannot assign; '==' compares", at, at + 1);
    }
    int end = source.offsetByCodePoints(at, 1);
    throw error("unexpected character '" + source.substring(at, end) + "'", at, end);
  }

  private void run(Token.Kind kind, int start) {
    while (at < source.length() && (isLetter(source.charAt(at)) || isDigit(source.charAt(at)))) {
      at++;
    }
    add(kind, source.substring(start, at), start);
  }

  private void add(Token.Kind kind, String text, int start) {
    tokens.add(new Token(kind, text, new Span(start, at)));
  }

  private char peek(int ahead) {
    return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
  }

  private ExpressionException error(String message, int start, int end) {
    return new ExpressionException(message, source, new Span(start, end));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  private static boolean isNamePart(char c) {
    return isLetter(c) || isDigit(c) || c == '.' || c == '$';
  }
}
