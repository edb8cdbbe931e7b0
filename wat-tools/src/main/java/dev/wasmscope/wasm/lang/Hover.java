package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.binary.LocalDeclarations;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.OpcodeIndex;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.Lexer;
import dev.wasmscope.wasm.text.NameUse;
import dev.wasmscope.wasm.text.TokenKind;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.ValType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What to show for a part of a text.
 *
 * @param span the part
 * @param title one line: an instruction with its signature, or a definition with its type
 * @param text a sentence and where the specification says more; may be empty
 */
public record Hover(Span span, String title, String text) {

  /** What to show at {@code offset}, if anything. */
  public static Optional<Hover> at(WatDocument document, int offset) {
    Optional<NameUse> use = document.useAt(offset);
    if (use.isPresent()) {
      return Optional.of(ofName(document, use.get()));
    }
    return word(document, offset);
  }

  private static Optional<Hover> word(WatDocument document, int offset) {
    var lexer = new Lexer(document.bytes());
    while (lexer.next() != TokenKind.END && lexer.end() < offset) {
      // The token at the offset is the one wanted.
    }
    if (lexer.kind() != TokenKind.KEYWORD) {
      return Optional.empty();
    }
    var span = new Span(lexer.start(), lexer.end());
    String word = new String(document.bytes(), span.start(), span.length(), StandardCharsets.UTF_8);
    Opcode opcode = OpcodeIndex.mnemonic(word);
    return opcode == null ? Optional.empty() : Optional.of(ofInstruction(opcode, span));
  }

  private static Hover ofInstruction(Opcode opcode, Span span) {
    String title = (opcode.mnemonic() + " " + Instructions.signature(opcode)).strip();
    String since = opcode.feature().since().title();
    String feature = opcode.feature().id();
    String text =
        Instructions.sentence(opcode)
            + "\n"
            + Instructions.section(opcode)
            + " · "
            + (since.equals("proposal") ? "proposal " + feature : "since " + since);
    return new Hover(span, title, text);
  }

  private static Hover ofName(WatDocument document, NameUse use) {
    NameUse.Target target = use.target();
    IndexSpaces spaces = document.spaces();
    String word = target.space().keyword() + " " + Integer.toUnsignedString(target.index());
    String type = type(spaces, target);
    String title = type.isEmpty() ? word : word + ": " + type;
    String text =
        target.space() == NameUse.Space.FUNCTION
                && Integer.compareUnsigned(target.index(), spaces.functions().size()) < 0
            ? spaces.displayName(target.index())
            : "";
    return new Hover(use.span(), title, text);
  }

  private static String type(IndexSpaces spaces, NameUse.Target target) {
    int index = target.index();
    if (index < 0) {
      return "";
    }
    return switch (target.space()) {
      case FUNCTION -> Signatures.ofFunction(spaces, index);
      case LOCAL -> local(spaces, target.owner(), index);
      case TYPE -> Signatures.ofType(spaces, index);
      case GLOBAL -> index < spaces.globals().size() ? spaces.globals().get(index).toString() : "";
      case TABLE ->
          index < spaces.tables().size()
              ? spaces.tables().get(index).limits() + " " + spaces.tables().get(index).element()
              : "";
      case MEMORY ->
          index < spaces.memories().size() ? spaces.memories().get(index).limits() + " pages" : "";
      case TAG ->
          index < spaces.tags().size()
              ? Signatures.ofType(spaces, spaces.tags().get(index).typeIndex())
              : "";
      case ELEMENT, DATA, LABEL, FIELD -> "";
    };
  }

  private static String local(IndexSpaces spaces, int function, int index) {
    if (!spaces.isDefined(function)) {
      return "";
    }
    Optional<FuncType> type = spaces.funcType(spaces.functions().get(function));
    int params = type.map(t -> t.params().size()).orElse(0);
    if (index < params) {
      return type.orElseThrow().params().get(index).toString();
    }
    try {
      return declared(LocalDeclarations.read(spaces.defined(function).body()), index - params);
    } catch (DiagnosticException _) {
      return "";
    }
  }

  private static String declared(LocalDeclarations declarations, int index) {
    long left = index;
    for (LocalDeclarations.Run run : declarations.runs()) {
      ValType type = run.type();
      left -= Integer.toUnsignedLong(run.count());
      if (left < 0) {
        return type.toString();
      }
    }
    return "";
  }
}
