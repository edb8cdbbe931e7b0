package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import java.util.OptionalInt;

/** The identifiers of one index space (§6.1.4), and the indices they stand for. */
final class NameScope {

  private final NameUse.Space space;
  private final NameUse.Listener listener;
  private final Findings findings;
  private final IdTable ids;
  private final IdText text = new IdText();
  private int owner;
  private int count;

  NameScope(NameUse.Space space, NameUse.Listener listener, Findings findings) {
    this(space, listener, findings, new IdTable());
  }

  private NameScope(
      NameUse.Space space, NameUse.Listener listener, Findings findings, IdTable ids) {
    this.ids = ids;
    this.space = space;
    this.listener = listener;
    this.findings = findings;
  }

  /** The same identifiers, for another thread to resolve while none is bound. */
  NameScope reader(Findings readersFindings) {
    var reader = new NameScope(space, NameUse.Listener.NONE, readersFindings, ids);
    reader.owner = owner;
    reader.count = count;
    return reader;
  }

  /** Starts over, for locals of another function or fields of another type. */
  void restart(int newOwner) {
    ids.clear();
    owner = newOwner;
    count = 0;
  }

  /** Number of members, with and without identifiers. */
  int count() {
    return count;
  }

  /** Adds members without identifiers. */
  void add(int members) {
    count += members;
  }

  /**
   * Adds a member, and binds the identifier at the cursor if there is one.
   *
   * @return its name, or null
   */
  String bind(TokenCursor cursor) {
    if (cursor.kind() != TokenKind.ID) {
      count++;
      return null;
    }
    int index = count++;
    int start = cursor.start();
    int end = cursor.end();
    cursor.advance();
    text.read(cursor.source(), start, end);
    if (!ids.bind(text.bytes, text.start, text.end, index)) {
      throw new DiagnosticException(duplicate(new Span(start, end)));
    }
    listener.named(space, owner, index, start, end, true);
    return text.toString();
  }

  private Diagnostic duplicate(Span span) {
    return TextErrors.named(
            DiagnosticCode.DUPLICATE_IDENTIFIER, span, space.keyword() + " $" + text)
        .withRemedy("Rename one of them.");
  }

  /** The member that the identifier or number at the cursor stands for; passes over it. */
  int resolve(TokenCursor cursor) {
    int start = cursor.start();
    int end = cursor.end();
    int index =
        switch (cursor.kind()) {
          case NATURAL -> number(cursor);
          case ID -> identifier(cursor);
          default -> throw cursor.unexpected("an index or identifier of a " + space.keyword());
        };
    cursor.advance();
    listener.named(space, owner, index, start, end, false);
    return index;
  }

  /** The 32-bit number at the cursor. */
  static int number(TokenCursor cursor) {
    OptionalInt value = NumberLiteral.u32(cursor.source(), cursor.start(), cursor.end());
    if (value.isEmpty()) {
      throw new DiagnosticException(
          Diagnostic.error(DiagnosticCode.I32_RANGE, cursor.span(), "expected less than 2^32"));
    }
    return value.getAsInt();
  }

  private int identifier(TokenCursor cursor) {
    text.read(cursor.source(), cursor.start(), cursor.end());
    int index = ids.find(text.bytes, text.start, text.end);
    if (index < 0) {
      throw new DiagnosticException(unknown(cursor.span()));
    }
    return index;
  }

  private Diagnostic unknown(Span span) {
    Diagnostic error =
        TextErrors.named(DiagnosticCode.UNKNOWN_IDENTIFIER, span, wordOf(space) + " $" + text);
    return findings
        .nearest(text.toString(), () -> ids.names().toList())
        .map(near -> error.withRemedy("Did you mean $" + near + "?"))
        .orElseGet(() -> error.withRemedy("No " + wordOf(space) + " here has this name."));
  }

  private static String wordOf(NameUse.Space space) {
    return switch (space) {
      case FUNCTION -> "function";
      case ELEMENT -> "elem segment";
      case DATA -> "data segment";
      default -> space.keyword();
    };
  }
}
