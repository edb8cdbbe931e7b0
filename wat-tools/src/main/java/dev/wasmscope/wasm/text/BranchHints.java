package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import java.util.Optional;

/** Collects {@code (@metadata.code.branch_hint "…")} into the custom section of that name. */
final class BranchHints {

  /** Name of the section. */
  static final String SECTION = "metadata.code.branch_hint";

  private final ByteWriter functions = new ByteWriter();
  private int functionCount;
  private ByteWriter hints = new ByteWriter();
  private int hintCount;

  /** Adds a hint for the instruction at {@code offset} of the function that is being read. */
  void add(ParseContext context, int annotation, Opcode opcode, int offset) {
    TokenCursor cursor = AnnotationReader.contents(context.source(), annotation);
    if (opcode != Opcode.IF && opcode != Opcode.BR_IF) {
      context.report(
          Diagnostic.error(
              DiagnosticCode.BRANCH_HINT_TARGET,
              cursor.span(),
              "expected if or br_if, found " + opcode.mnemonic()));
      return;
    }
    byte[] value =
        cursor.kind() == TokenKind.STRING
            ? StringLiteral.decode(cursor.source(), cursor.start(), cursor.end())
            : new byte[0];
    if (value.length != 1 || value[0] < 0 || value[0] > 1) {
      context.report(
          Diagnostic.error(
              DiagnosticCode.BRANCH_HINT_ANNOTATION,
              cursor.span(),
              "invalid hint; expected \"\\00\" or \"\\01\""));
      return;
    }
    hints.u32(offset);
    hints.u32(1);
    hints.u8(value[0]);
    hintCount++;
  }

  /** Ends the function that is being read. */
  void endFunction(int function) {
    if (hintCount > 0) {
      functions.u32(function);
      functions.u32(hintCount);
      functions.tail(hints, 0);
      functionCount++;
      hintCount = 0;
      hints = new ByteWriter();
    }
  }

  /** Adds the hints of functions that come behind these. */
  void append(BranchHints more) {
    functions.tail(more.functions, 0);
    functionCount += more.functionCount;
  }

  /** The section, if there are hints. */
  Optional<CustomSection> section() {
    if (functionCount == 0) {
      return Optional.empty();
    }
    var contents = new ByteWriter();
    contents.u32(functionCount);
    contents.tail(functions, 0);
    return Optional.of(new CustomSection(SECTION, contents.toSlice(), SectionId.DATA_COUNT));
  }
}
