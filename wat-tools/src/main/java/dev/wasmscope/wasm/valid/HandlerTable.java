package dev.wasmscope.wasm.valid;

import java.util.List;

/**
 * Handlers of exceptions of a function: of {@code try_table} and of the legacy {@code try}, in the
 * order of their starts, outer ones first.
 */
public record HandlerTable(List<Handler> handlers) {

  static final HandlerTable EMPTY = new HandlerTable(List.of());

  /** What a clause catches, and whether it hands on the exception itself. */
  public enum ClauseKind {
    CATCH,
    CATCH_REF,
    CATCH_ALL,
    CATCH_ALL_REF,
    /** Legacy: the search goes on at another handler, or beyond the function. */
    DELEGATE
  }

  /**
   * A clause; those of a handler are tried in order.
   *
   * @param tag index of the tag, where the kind has one
   * @param entry entry of the side table that tells where the handler starts; of {@code DELEGATE}
   *     the index of the handler to go on with, −1 for the caller's
   */
  public record Clause(ClauseKind kind, int tag, int entry) {}

  /**
   * A protected part of the code.
   *
   * @param start offset of its first instruction
   * @param end offset behind its last instruction
   * @param parent index of the handler around it, −1 if there is none
   */
  public record Handler(int start, int end, int parent, List<Clause> clauses) {

    public Handler {
      clauses = List.copyOf(clauses);
    }
  }

  public HandlerTable {
    handlers = List.copyOf(handlers);
  }

  /** The innermost handler whose part holds the instruction at {@code offset}, or −1. */
  public int innermost(int offset) {
    for (int i = handlers.size() - 1; i >= 0; i--) {
      Handler handler = handlers.get(i);
      if (handler.start <= offset && offset < handler.end) {
        return i;
      }
    }
    return -1;
  }
}
