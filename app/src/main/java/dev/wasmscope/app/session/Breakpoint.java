package dev.wasmscope.app.session;

import dev.wasmscope.engine.breakpoint.Target;
import java.util.Optional;

/**
 * A breakpoint as the window shows and edits it.
 *
 * @param id unique in its document
 * @param line from 0; -1 when it is not bound to a line
 * @param title what it stops at, in words: {@code sha256.wat:88}, {@code function malloc}
 * @param text the line's text when it was set
 * @param enabled whether it stops
 * @param condition stops only when this expression is not zero; empty for always
 * @param hitCondition stops only when the hit count satisfies this, such as {@code >= 3}
 * @param logMessage writes this instead of stopping; empty to stop
 * @param problem why it cannot be placed; empty when it can
 * @param target what it waits for when that is not simply its line
 */
public record Breakpoint(
    int id,
    int line,
    String title,
    String text,
    boolean enabled,
    String condition,
    String hitCondition,
    String logMessage,
    String problem,
    Optional<Target> target) {

  /** A plain breakpoint at {@code line}. */
  public static Breakpoint at(int id, int line, String title, String text) {
    return new Breakpoint(id, line, title, text, true, "", "", "", "", Optional.empty());
  }

  /** This breakpoint under another number and title. */
  public Breakpoint named(int newId, String newTitle) {
    return new Breakpoint(
        newId, line, newTitle, text, enabled, condition, hitCondition, logMessage, problem, target);
  }

  /** This breakpoint, enabled or not. */
  public Breakpoint enabled(boolean on) {
    return new Breakpoint(
        id, line, title, text, on, condition, hitCondition, logMessage, problem, target);
  }

  /** This breakpoint with other conditions. */
  public Breakpoint when(String newCondition, String newHitCondition, String newLogMessage) {
    return new Breakpoint(
        id,
        line,
        title,
        text,
        enabled,
        newCondition,
        newHitCondition,
        newLogMessage,
        problem,
        target);
  }

  /** This breakpoint, placed when {@code why} is empty. */
  public Breakpoint problem(String why) {
    return new Breakpoint(
        id, line, title, text, enabled, condition, hitCondition, logMessage, why, target);
  }

  /** This breakpoint at another line. */
  public Breakpoint movedTo(int newLine, String newTitle) {
    return new Breakpoint(
        id, newLine, newTitle, text, enabled, condition, hitCondition, logMessage, problem, target);
  }
}
