package dev.wasmscope.wasm.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemanticTokensTest {

  private static SemanticToken.Kind kindOf(String text, String word, List<SemanticToken> tokens) {
    return tokens.stream()
        .filter(t -> Documents.words(text, t.span()).equals(word))
        .map(SemanticToken::kind)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tokensAloneTellTheirKinds() {
    byte[] text = Documents.SUM.getBytes(StandardCharsets.UTF_8);
    List<SemanticToken> tokens = SemanticTokens.of(text);

    assertEquals(SemanticToken.Kind.COMMENT, kindOf(Documents.SUM, ";; adds up", tokens));
    assertEquals(SemanticToken.Kind.KEYWORD, kindOf(Documents.SUM, "module", tokens));
    assertEquals(SemanticToken.Kind.TYPE, kindOf(Documents.SUM, "i32", tokens));
    assertEquals(SemanticToken.Kind.INSTRUCTION, kindOf(Documents.SUM, "i32.add", tokens));
    assertEquals(SemanticToken.Kind.CONTROL_INSTRUCTION, kindOf(Documents.SUM, "br", tokens));
    assertEquals(SemanticToken.Kind.STRING, kindOf(Documents.SUM, "\"env\"", tokens));
    assertEquals(SemanticToken.Kind.OTHER_NAME, kindOf(Documents.SUM, "$sum", tokens));
  }

  @Test
  void aDocumentTellsWhatNamesStandFor() {
    List<SemanticToken> tokens = SemanticTokens.of(Documents.of(Documents.SUM));

    assertEquals(SemanticToken.Kind.FUNCTION, kindOf(Documents.SUM, "$sum", tokens));
    assertEquals(SemanticToken.Kind.LOCAL, kindOf(Documents.SUM, "$total", tokens));
    assertEquals(SemanticToken.Kind.GLOBAL, kindOf(Documents.SUM, "$count", tokens));
    assertEquals(SemanticToken.Kind.LABEL, kindOf(Documents.SUM, "$done", tokens));
  }

  @Test
  void whatIsNoTokenIsAnError() {
    assertEquals(
        List.of(SemanticToken.Kind.ERROR),
        SemanticTokens.of("\"open".getBytes(StandardCharsets.UTF_8)).stream()
            .map(SemanticToken::kind)
            .toList());
  }
}
