package dev.wasmscope.engine.probe;

import dev.wasmscope.engine.runtime.WasmFunction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * All probes of a store. Probes may be attached and detached at any time, from any thread; that
 * takes effect in running code too.
 */
public final class Probes {

  private final Map<WasmFunction, List<Attachment>> byFunction = new ConcurrentHashMap<>();
  private final List<Attachment> everywhere = new CopyOnWriteArrayList<>();
  private final List<ProbeListener> listeners = new CopyOnWriteArrayList<>();
  private final List<ExecutionListener> observers = new CopyOnWriteArrayList<>();

  /** Attaches to a point of one function. */
  public Attachment attach(WasmFunction function, ProbePoint point, Probe probe) {
    Attachment attachment = new Attachment(this, function, point, probe);
    byFunction.computeIfAbsent(function, _ -> new CopyOnWriteArrayList<>()).add(attachment);
    changed(attachment);
    return attachment;
  }

  /** Attaches to a point of every function of every instance, present and to come. */
  public Attachment attachEverywhere(ProbePoint point, Probe probe) {
    Attachment attachment = new Attachment(this, null, point, probe);
    everywhere.add(attachment);
    changed(attachment);
    return attachment;
  }

  void detach(Attachment attachment) {
    boolean removed =
        attachment.function().isEmpty()
            ? everywhere.remove(attachment)
            : byFunction
                .getOrDefault(attachment.function().get(), List.of())
                .removeIf(a -> a == attachment);
    if (removed) {
      changed(attachment);
    }
  }

  private void changed(Attachment attachment) {
    listeners.forEach(listener -> listener.changed(attachment.function()));
  }

  /** What is attached to {@code function} now, itself or as one of all functions. */
  public List<Attachment> of(WasmFunction function) {
    return Stream.concat(everywhere.stream(), byFunction.getOrDefault(function, List.of()).stream())
        .toList();
  }

  /** Adds someone who must know of changes: a gear. */
  public void addListener(ProbeListener listener) {
    listeners.add(listener);
  }

  /** Adds someone who hears of traps, exceptions and memory growth on all threads. */
  public void addObserver(ExecutionListener observer) {
    observers.add(observer);
  }

  /** Removes an observer. */
  public void removeObserver(ExecutionListener observer) {
    observers.remove(observer);
  }

  /** Whom gears tell of traps, exceptions and memory growth. */
  public List<ExecutionListener> observers() {
    return observers;
  }
}
