package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.OpcodeIndex;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.Keywords;
import dev.wasmscope.wasm.text.Lexer;
import dev.wasmscope.wasm.text.NameUse;
import dev.wasmscope.wasm.text.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Colours: from the tokens alone, so at once, or with the meaning of names from a document. */
public final class SemanticTokens {

  private static final Set<String> TYPES = types();

  private final byte[] source;
  private final Map<Integer, NameUse> uses;

  private SemanticTokens(byte[] source, Map<Integer, NameUse> uses) {
    this.source = source;
    this.uses = uses;
  }

  private static Set<String> types() {
    Set<String> types = new HashSet<>(Keywords.types());
    types.addAll(List.of("ref", "mut", "null", "sub", "final", "shared"));
    return types;
  }

  /** The tokens of any text; identifiers are {@link SemanticToken.Kind#OTHER_NAME}. */
  public static List<SemanticToken> of(byte[] source) {
    return new SemanticTokens(source, Map.of()).all();
  }

  /** The tokens of a document; identifiers by what they stand for. */
  public static List<SemanticToken> of(WatDocument document) {
    Map<Integer, NameUse> uses = new HashMap<>();
    document.uses().forEach(use -> uses.putIfAbsent(use.span().start(), use));
    return new SemanticTokens(document.bytes(), uses).all();
  }

  private List<SemanticToken> all() {
    List<SemanticToken> tokens = new ArrayList<>();
    for (Token token : Lexer.tokens(source)) {
      SemanticToken.Kind kind = kind(token);
      if (kind != null) {
        tokens.add(new SemanticToken(new Span(token.start(), token.end()), kind));
      }
    }
    return tokens;
  }

  private SemanticToken.Kind kind(Token token) {
    return switch (token.kind()) {
      case WHITE_SPACE, END -> null;
      case LINE_COMMENT, BLOCK_COMMENT, UNCLOSED_COMMENT -> SemanticToken.Kind.COMMENT;
      case LEFT, RIGHT -> SemanticToken.Kind.PARENTHESIS;
      case NATURAL, INTEGER, FLOAT -> SemanticToken.Kind.NUMBER;
      case STRING -> SemanticToken.Kind.STRING;
      case ANNOTATION -> SemanticToken.Kind.ANNOTATION;
      case ID -> name(token);
      case KEYWORD -> keyword(token);
      default -> SemanticToken.Kind.ERROR;
    };
  }

  private SemanticToken.Kind name(Token token) {
    NameUse use = uses.get(token.start());
    if (use == null) {
      return SemanticToken.Kind.OTHER_NAME;
    }
    return switch (use.target().space()) {
      case FUNCTION -> SemanticToken.Kind.FUNCTION;
      case LOCAL -> SemanticToken.Kind.LOCAL;
      case GLOBAL -> SemanticToken.Kind.GLOBAL;
      case LABEL -> SemanticToken.Kind.LABEL;
      default -> SemanticToken.Kind.OTHER_NAME;
    };
  }

  private SemanticToken.Kind keyword(Token token) {
    String word =
        new String(source, token.start(), token.end() - token.start(), StandardCharsets.UTF_8);
    if (word.equals("then") || word.equals("do")) {
      return SemanticToken.Kind.CONTROL_INSTRUCTION;
    }
    Opcode opcode = OpcodeIndex.mnemonic(word);
    if (opcode != null) {
      return Instructions.isControl(opcode)
          ? SemanticToken.Kind.CONTROL_INSTRUCTION
          : SemanticToken.Kind.INSTRUCTION;
    }
    if (TYPES.contains(word)) {
      return SemanticToken.Kind.TYPE;
    }
    return word.indexOf('=') > 0 ? SemanticToken.Kind.NUMBER : SemanticToken.Kind.KEYWORD;
  }
}
