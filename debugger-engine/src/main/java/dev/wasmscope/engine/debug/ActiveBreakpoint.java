package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.ExpressionException;
import dev.wasmscope.engine.expression.HitCondition;
import dev.wasmscope.engine.expression.LogMessage;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.Inline;
import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.module.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A breakpoint in a program: decides at each visit whether to stop, to log, or neither. */
final class ActiveBreakpoint implements Probe {

  private final Breakpoint breakpoint;
  private final Optional<Expression> condition;
  private final Optional<HitCondition> hitCondition;
  private final Optional<LogMessage> logMessage;
  private final BreakpointHits hits;
  private final BreakpointLog log;
  private final AtomicLong count = new AtomicLong();
  private final List<Place> places = new ArrayList<>();
  private final List<Runnable> removals = new ArrayList<>();
  private final Set<Object> watched = Collections.newSetFromMap(new IdentityHashMap<>());
  private String problem = "";

  ActiveBreakpoint(Breakpoint breakpoint, BreakpointHits hits, BreakpointLog log) {
    this.breakpoint = breakpoint;
    this.condition = breakpoint.condition().map(Expression::parse);
    this.hitCondition = breakpoint.hitCondition().map(HitCondition::parse);
    this.logMessage = breakpoint.logMessage().map(LogMessage::parse);
    this.hits = hits;
    this.log = log;
  }

  Breakpoint breakpoint() {
    return breakpoint;
  }

  /** Notes how to take it away, and where it stands. */
  synchronized void placed(Runnable removal, Place place) {
    removals.add(removal);
    if (!places.contains(place)) {
      places.add(place);
    }
  }

  /** Notes that {@code thing} is being watched; false if it was already, by another instance. */
  synchronized boolean watches(Object thing) {
    return watched.add(thing);
  }

  /** Notes how to take it away; it stands at no place of its own. */
  synchronized void armed(Runnable removal) {
    removals.add(removal);
  }

  /** Whether it is in the program already. */
  synchronized boolean isArmed() {
    return !removals.isEmpty();
  }

  synchronized void problem(String sentence) {
    problem = sentence;
  }

  /** Takes it out of the program. */
  synchronized void remove() {
    removals.forEach(Runnable::run);
    removals.clear();
    places.clear();
    watched.clear();
  }

  synchronized BreakpointStatus status() {
    boolean set = isArmed() || !breakpoint.enabled();
    return new BreakpointStatus(breakpoint, places, set ? "" : problem, count.get());
  }

  @Override
  public void fire(FrameView frame) {
    try {
      if (isHit(frame) && !logged(frame)) {
        hits.stop(frame.thread(), breakpoint.id(), "");
      }
    } catch (ExpressionException failure) {
      // A condition that is silently ignored is worse than a stop too many.
      hits.stop(frame.thread(), breakpoint.id(), "condition: " + failure.getMessage());
    }
  }

  /** With a condition: where that is true. Without: always, unless it only counts or logs. */
  @Override
  public Inline inline(WasmFunction function, int offset) {
    if (condition.isPresent()) {
      return InlineCondition.of(condition.get(), function);
    }
    return hitCondition.isEmpty() && logMessage.isEmpty() ? Inline.ALWAYS : Inline.NOTHING;
  }

  /** Counts and logs as usual, where the program stops anyway. */
  void witness(FrameView frame) {
    try {
      if (isHit(frame)) {
        logged(frame);
      }
    } catch (ExpressionException failure) {
      log.log(breakpoint.id(), "condition: " + failure.getMessage());
    }
  }

  private boolean isHit(FrameView frame) {
    if (condition.isPresent() && !condition.get().test(new FrameContext(frame))) {
      return false;
    }
    long now = count.incrementAndGet();
    return hitCondition.isEmpty() || hitCondition.get().test(now);
  }

  private boolean logged(FrameView frame) {
    logMessage.ifPresent(m -> log.log(breakpoint.id(), m.render(new FrameContext(frame))));
    return logMessage.isPresent();
  }
}
