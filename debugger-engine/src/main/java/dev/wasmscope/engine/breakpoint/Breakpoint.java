package dev.wasmscope.engine.breakpoint;

import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.HitCondition;
import dev.wasmscope.engine.expression.LogMessage;
import java.util.Optional;

/**
 * A wish to stop, or to log, somewhere. Its condition, hit condition and log message are known to
 * parse.
 *
 * @param id at least 1, unique in its file
 * @param condition an {@link Expression}; it does not count as a hit while this is false
 * @param hitCondition a {@link HitCondition} on the number of hits
 * @param logMessage a {@link LogMessage}, which is printed instead of stopping
 */
public record Breakpoint(
    int id,
    Target target,
    boolean enabled,
    Optional<String> condition,
    Optional<String> hitCondition,
    Optional<String> logMessage) {

  /**
   * Checks the texts.
   *
   * @throws dev.wasmscope.engine.expression.ExpressionException if one of them does not parse
   */
  public Breakpoint {
    condition.ifPresent(Expression::parse);
    hitCondition.ifPresent(HitCondition::parse);
    logMessage.ifPresent(LogMessage::parse);
  }

  /** An enabled breakpoint without conditions. */
  public static Breakpoint of(int id, Target target) {
    return new Breakpoint(id, target, true, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** This breakpoint under another number. */
  public Breakpoint withId(int number) {
    return new Breakpoint(number, target, enabled, condition, hitCondition, logMessage);
  }

  /** This breakpoint at another target, as when an edit has moved it. */
  public Breakpoint withTarget(Target other) {
    return new Breakpoint(id, other, enabled, condition, hitCondition, logMessage);
  }

  /** This breakpoint switched on or off. */
  public Breakpoint withEnabled(boolean on) {
    return new Breakpoint(id, target, on, condition, hitCondition, logMessage);
  }

  /** This breakpoint with another condition; blank text means none. */
  public Breakpoint withCondition(String text) {
    return new Breakpoint(id, target, enabled, present(text), hitCondition, logMessage);
  }

  /** This breakpoint with another hit condition; blank text means none. */
  public Breakpoint withHitCondition(String text) {
    return new Breakpoint(id, target, enabled, condition, present(text), logMessage);
  }

  /** This breakpoint with another log message; blank text means none. */
  public Breakpoint withLogMessage(String text) {
    return new Breakpoint(id, target, enabled, condition, hitCondition, present(text));
  }

  private static Optional<String> present(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }
}
