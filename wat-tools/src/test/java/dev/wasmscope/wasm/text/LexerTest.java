package dev.wasmscope.wasm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LexerTest {

  private static List<TokenKind> kinds(String text) {
    return Lexer.tokens(text.getBytes(StandardCharsets.UTF_8)).stream()
        .map(Token::kind)
        .filter(kind -> kind != TokenKind.WHITE_SPACE)
        .toList();
  }

  @Test
  void tellsTheKindsOfTokensApart() {
    assertEquals(
        List.of(
            TokenKind.LEFT,
            TokenKind.KEYWORD,
            TokenKind.ID,
            TokenKind.ID,
            TokenKind.NATURAL,
            TokenKind.INTEGER,
            TokenKind.FLOAT,
            TokenKind.STRING,
            TokenKind.ANNOTATION,
            TokenKind.RIGHT,
            TokenKind.LINE_COMMENT),
        kinds("(i32.const $a $\"b c\" 0xA_0 -1 1e3 \"s\\\"t\" (@name ) ;; end"));
  }

  @Test
  void numbersAllowUnderscoresOnlyBetweenDigits() {
    for (String number : List.of("1_000", "0x1_f", "1.5", "0x1.8p-3", "inf", "-nan:0x1_2")) {
      assertEquals(true, kinds(number).getFirst().isNumber(), number);
    }
    for (String number : List.of("_1x", "1_", "1__0", "0x", "1._5", "0x1p", "1e", "nan:0x")) {
      assertEquals(false, kinds(number).getFirst().isNumber(), number);
    }
  }

  @Test
  void tokensThatTouchAreOneReservedToken() {
    assertEquals(List.of(TokenKind.RESERVED), kinds("\"a\"b"));
    assertEquals(List.of(TokenKind.RESERVED), kinds("i32.const\"a\""));
    assertEquals(List.of(TokenKind.RESERVED), kinds("$a[0]"));
    assertEquals(List.of(TokenKind.KEYWORD, TokenKind.LINE_COMMENT), kinds("nop;;nop"));
  }

  @Test
  void carriageReturnEndsALineComment() {
    assertEquals(
        List.of(TokenKind.LINE_COMMENT, TokenKind.KEYWORD, TokenKind.LINE_COMMENT),
        kinds(";;a\rnop;;b\r\n"));
  }

  @Test
  void blockCommentsNest() {
    assertEquals(List.of(TokenKind.BLOCK_COMMENT, TokenKind.KEYWORD), kinds("(;a(;b;);)nop"));
    assertEquals(List.of(TokenKind.UNCLOSED_COMMENT), kinds("(;a(;b;)"));
  }

  @Test
  void faultsAreTokensToo() {
    assertEquals(List.of(TokenKind.UNCLOSED_STRING), kinds("\"abc"));
    assertEquals(List.of(TokenKind.ILLEGAL_ESCAPE), kinds("\"\\q\""));
    assertEquals(List.of(TokenKind.ILLEGAL_ESCAPE), kinds("\"\\u{d800}\""));
    assertEquals(List.of(TokenKind.EMPTY_ID, TokenKind.RIGHT), kinds("$)"));
    assertEquals(List.of(TokenKind.ILLEGAL_CHARACTER), kinds("ä"));
  }

  @Test
  void tokensCoverAnyInputWithoutGaps() {
    var random = new Random(42);
    String alphabet = "()\";@$ \n\r\t\\u{}0x1_.eabc,[]~";
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextInt(40)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] =
            (byte)
                (random.nextInt(8) == 0
                    ? random.nextInt(256)
                    : alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int end = 0;
      for (Token token : Lexer.tokens(bytes)) {
        assertEquals(end, token.start());
        end = token.end();
      }
      assertEquals(bytes.length, end);
    }
  }
}
