package dev.wasmscope.engine.expression;

import dev.wasmscope.wasm.source.Span;
import java.io.Serial;

/** An expression cannot be parsed or has no value here; says where in the expression and why. */
public final class ExpressionException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String source;
  private final transient Span span;

  /**
   * An error at a part of an expression.
   *
   * @param source the whole expression
   * @param span the part, counted in UTF-16 units of {@code source}
   */
  public ExpressionException(String message, String source, Span span) {
    super(message, null, false, false);
    this.source = source;
    this.span = span;
  }

  /** The whole expression. */
  public String source() {
    return source;
  }

  /** The part of {@link #source} that is to blame, in UTF-16 units. */
  public Span span() {
    return span;
  }

  /** Three lines: the message, the expression, and carets under the part that is to blame. */
  public String withCaret() {
    String shown = source.replaceAll("\\s", " ");
    String carets = "^".repeat(Math.max(1, span.length()));
    return "%s%n  %s%n  %s%s".formatted(getMessage(), shown, " ".repeat(span.start()), carets);
  }

  /** This error within a longer text that holds the expression from {@code offset} on. */
  ExpressionException within(String text, int offset) {
    Span shifted = new Span(span.start() + offset, span.end() + offset);
    return new ExpressionException(getMessage(), text, shifted);
  }
}
