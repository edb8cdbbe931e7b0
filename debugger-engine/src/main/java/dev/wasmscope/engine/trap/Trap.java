package dev.wasmscope.engine.trap;

import java.util.List;
import java.util.Objects;

/**
 * Execution of WebAssembly trapped.
 *
 * <p>The message is the specification's wording of the reason, followed by a space and the detail
 * where there is one, so the detail reads on from the wording: {@code uninitialized element 2 of
 * table $t}. A trap has no Java stack trace, for traps are ordinary outcomes of programs and the
 * stack that matters is the WebAssembly one, which the engine keeps.
 */
public final class Trap extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final TrapReason reason;
  private final String detail;
  private final transient List<TraceEntry> backtrace;

  /** A trap without further detail. */
  public Trap(TrapReason reason) {
    this(reason, "");
  }

  /**
   * A trap with a detail that continues the wording of the reason, e.g. {@code at address 0x10000};
   * the empty string stands for none.
   */
  public Trap(TrapReason reason, String detail) {
    this(reason, detail, List.of());
  }

  private Trap(TrapReason reason, String detail, List<TraceEntry> backtrace) {
    super(message(reason, detail), null, false, false);
    this.reason = reason;
    this.detail = detail;
    this.backtrace = backtrace;
  }

  /** This trap with the stack it happened on, innermost function first. */
  public Trap at(List<TraceEntry> stack) {
    return new Trap(reason, detail, List.copyOf(stack));
  }

  /** This trap as others learn of it: it happened in a thread of this name. */
  public Trap in(String thread) {
    String where = "in " + thread;
    return new Trap(reason, detail.isEmpty() ? where : detail + " " + where, backtrace);
  }

  /** The WebAssembly stack, innermost function first; empty as long as it is not known. */
  public List<TraceEntry> backtrace() {
    return backtrace;
  }

  /** Why execution trapped. */
  public TrapReason reason() {
    return reason;
  }

  /** What else is known, e.g. the address; empty if nothing. */
  public String detail() {
    return detail;
  }

  private static String message(TrapReason reason, String detail) {
    Objects.requireNonNull(detail, "detail");
    return detail.isEmpty() ? reason.wording() : reason.wording() + " " + detail;
  }
}
