package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels of the blocks around an instruction (§6.5.1), innermost last. */
final class LabelStack {

  private static final int NONE = -1;

  private final TokenCursor cursor;
  private final NameUse.Listener listener;
  private final Findings findings;
  private final int function;
  private final IntList starts = new IntList();
  private final IntList ends = new IntList();
  private final IntList ordinals = new IntList();
  private final IdText one = new IdText();
  private final IdText other = new IdText();

  /** Positions in the stack of the labels with an identifier, the innermost last. */
  private final Map<String, IntList> positions = new HashMap<>();

  private int blocks;

  /**
   * Starts outside of all blocks.
   *
   * @param function the function whose body this is, or −1
   */
  LabelStack(TokenCursor cursor, Scopes scopes, int function) {
    this.cursor = cursor;
    listener = scopes.listener();
    findings = scopes.findings();
    this.function = function;
    starts.add(NONE);
    ends.add(NONE);
    ordinals.add(NONE);
  }

  /**
   * Enters a block.
   *
   * @param start offset of its identifier, or −1
   * @return its ordinal among the function's blocks
   */
  int push(int start, int end) {
    String name = start == NONE ? "" : text(start, end);
    int ordinal = blocks++;
    starts.add(start);
    ends.add(end);
    ordinals.add(ordinal);
    if (start != NONE) {
      positions.computeIfAbsent(name, _ -> new IntList()).add(starts.size() - 1);
      listener.named(NameUse.Space.LABEL, function, ordinal, start, end, true);
    }
    return ordinal;
  }

  private String text(int start, int end) {
    one.read(cursor.source(), start, end);
    return one.toString();
  }

  /** Leaves the innermost block. */
  void pop() {
    if (starts.last() != NONE) {
      positions.get(text(starts.last(), ends.last())).removeLast();
    }
    starts.removeLast();
    ends.removeLast();
    ordinals.removeLast();
  }

  /** How many blocks out the label at the cursor is; passes over it. */
  int resolve() {
    int start = cursor.start();
    int end = cursor.end();
    int depth =
        switch (cursor.kind()) {
          case NATURAL -> NameScope.number(cursor);
          case ID -> find();
          default -> throw cursor.unexpected("a label");
        };
    cursor.advance();
    int at = starts.size() - 1 - depth;
    if (at > 0 && at < starts.size()) {
      listener.named(NameUse.Space.LABEL, function, ordinals.get(at), start, end, false);
    }
    return depth;
  }

  private int find() {
    other.read(cursor.source(), cursor.start(), cursor.end());
    IntList found = positions.get(other.toString());
    if (found != null && found.size() > 0) {
      return starts.size() - 1 - found.last();
    }
    String name = cursor.text();
    Diagnostic error =
        TextErrors.named(DiagnosticCode.UNKNOWN_IDENTIFIER, cursor.span(), "label " + name);
    throw new DiagnosticException(
        findings
            .nearest(name, this::names)
            .map(near -> error.withRemedy("Did you mean " + near + "?"))
            .orElseGet(() -> error.withRemedy("No block around this instruction has this label.")));
  }

  private List<String> names() {
    return positions.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 0)
        .map(entry -> "$" + entry.getKey())
        .toList();
  }

  private boolean isSame(int at) {
    one.read(cursor.source(), starts.get(at), ends.get(at));
    other.read(cursor.source(), cursor.start(), cursor.end());
    return Arrays.equals(one.bytes, one.start, one.end, other.bytes, other.start, other.end);
  }

  /** Passes over the identifier that may follow {@code end} and {@code else}; it must fit. */
  void skipRepeated() {
    if (cursor.kind() != TokenKind.ID) {
      return;
    }
    int at = starts.size() - 1;
    if (starts.get(at) == NONE || !isSame(at)) {
      Span span = cursor.span();
      String found = cursor.text();
      cursor.advance();
      throw new DiagnosticException(
          Diagnostic.error(
                  DiagnosticCode.MISMATCHING_LABEL,
                  span,
                  found + " is not the label of the block that ends here")
              .withRemedy("Give both the same identifier, or leave the one at the end out."));
    }
    listener.named(
        NameUse.Space.LABEL, function, ordinals.get(at), cursor.start(), cursor.end(), false);
    cursor.advance();
  }
}
