package dev.wasmscope.app.analysis;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.OpcodeIndex;
import dev.wasmscope.wasm.text.Lexer;
import dev.wasmscope.wasm.text.Token;
import dev.wasmscope.wasm.text.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gives the tokens of a text their colours; what is an instruction the table of opcodes tells. */
final class Highlighter {
  private static final Set<String> TYPES =
      Set.of("i8", "i16", "i32", "i64", "f32", "f64", "v128", "ref", "mut", "null", "shared");
  private static final Set<String> CONTROL = Set.of("then", "do");
  private static final int LAST_CONTROL = 0x19;

  private Highlighter() {}

  static List<StyledToken> highlight(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TextOffsets offsets = TextOffsets.of(text);
    List<StyledToken> styled = new ArrayList<>();
    for (Token token : Lexer.tokens(bytes)) {
      String style = style(token, bytes);
      if (!style.isEmpty()) {
        styled.add(
            new StyledToken(offsets.toChar(token.start()), offsets.toChar(token.end()), style));
      }
    }
    return styled;
  }

  private static String style(Token token, byte[] bytes) {
    return switch (token.kind()) {
      case WHITE_SPACE, END -> "";
      case LINE_COMMENT, BLOCK_COMMENT, UNCLOSED_COMMENT -> "comment";
      case LEFT, RIGHT -> "paren";
      case ID -> "id";
      case NATURAL, INTEGER, FLOAT -> "num";
      case STRING -> "str";
      case ANNOTATION -> "comment";
      case KEYWORD ->
          word(
              new String(
                  bytes, token.start(), token.end() - token.start(), StandardCharsets.UTF_8));
      default -> token.kind() == TokenKind.RESERVED ? "" : "str";
    };
  }

  private static String word(String word) {
    if (CONTROL.contains(word)) {
      return "control";
    }
    Opcode opcode = OpcodeIndex.mnemonic(word);
    if (opcode != null) {
      return isControl(opcode) ? "control" : "instr";
    }
    if (TYPES.contains(word) || word.endsWith("ref")) {
      return "type";
    }
    return word.indexOf('=') > 0 ? "num" : "kw";
  }

  private static boolean isControl(Opcode opcode) {
    boolean early = opcode.prefix() == 0 && opcode.number() <= LAST_CONTROL;
    return early || opcode == Opcode.TRY_TABLE;
  }
}
