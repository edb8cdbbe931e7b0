package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.probe.Blocked;
import dev.wasmscope.engine.probe.WasmThread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The threads of a program, which stop together: when one stops, all others are held; then all go
 * on, or one alone. Of threads that stop at the same time one is shown after the other.
 */
final class AllStop {

  /** A thread and why it stopped. */
  record Stop(WasmThread thread, StopReason reason) {}

  private final List<WasmThread> threads = new ArrayList<>();
  private final Map<WasmThread, StopReason> stops = new LinkedHashMap<>();

  /** Whether threads are to stand still, but for the one that goes alone. */
  private boolean holding;

  /** Whether all do, so that somebody may be looking at their frames. */
  private boolean standing;

  private WasmThread alone;
  private boolean pauseAsked;
  private boolean pausesAtNextInstruction;
  private boolean ending;
  private boolean over;

  AllStop(WasmThread main) {
    threads.add(main);
  }

  /** A thread that has executed nothing yet belongs to the program from now on. */
  synchronized void add(WasmThread thread) {
    threads.add(thread);
    if (holding) {
      thread.hold();
    }
    if (ending) {
      thread.terminate();
    }
  }

  /** A thread has come to its end. */
  synchronized void remove(WasmThread thread) {
    threads.remove(thread);
    stops.remove(thread);
    if (thread.equals(alone)) {
      releaseOthers();
    }
  }

  /** All threads, in the order in which they were started. */
  synchronized List<WasmThread> threads() {
    return List.copyOf(threads);
  }

  /** Why a thread stopped whose turn to be shown has not come. */
  synchronized Optional<StopReason> waiting(WasmThread thread) {
    return Optional.ofNullable(stops.get(thread));
  }

  /** The thread has stopped; it stands still when its stop handler returns. Called on it. */
  synchronized void stopped(WasmThread thread, StopReason reason) {
    thread.hold();
    stops.put(thread, reason);
    holdIfWanted();
    notifyAll();
  }

  /** Somebody wants all threads to stop wherever they are. */
  synchronized void pause() {
    pauseAsked = true;
    holdIfWanted();
    notifyAll();
  }

  /**
   * Threads are told at once, by whoever has a reason: the one that shows them would have to wait
   * first for a processor, which they keep busy.
   */
  private void holdIfWanted() {
    if (!ending && (pauseAsked || next().isPresent())) {
      holding = true;
      threads.forEach(WasmThread::hold);
    }
  }

  /** Whether a thread that executes an instruction is to stop there, because of a pause. */
  synchronized boolean takePause() {
    boolean taken = pausesAtNextInstruction;
    pausesAtNextInstruction = false;
    return taken;
  }

  /** Ends all threads; those that somebody may be looking at, when they are released. */
  synchronized void terminate() {
    ending = true;
    if (!standing) {
      threads.forEach(WasmThread::terminate);
    }
  }

  /** The program has ended. */
  synchronized void end() {
    over = true;
    notifyAll();
  }

  /**
   * Waits until a thread has stopped or a pause is asked for, and until all others stand still.
   *
   * @return the stop to be shown; empty when the program is over
   */
  Optional<Stop> awaitStop() throws InterruptedException {
    while (true) {
      List<WasmThread> held = awaitReason();
      if (held.isEmpty()) {
        return Optional.empty();
      }
      for (WasmThread thread : held) {
        thread.awaitStill();
      }
      Optional<Stop> stop = settle();
      if (stop.isPresent()) {
        return stop;
      }
    }
  }

  private synchronized List<WasmThread> awaitReason() throws InterruptedException {
    while (!over && (ending || (!pauseAsked && next().isEmpty()))) {
      wait();
    }
    if (over) {
      return List.of();
    }
    holdIfWanted();
    return threads();
  }

  private Optional<Stop> next() {
    return stops.entrySet().stream()
        .filter(stop -> alone == null || stop.getKey().equals(alone))
        .findFirst()
        .map(stop -> new Stop(stop.getKey(), stop.getValue()));
  }

  /** All threads stand still; chooses what to show, if there is anything. */
  private synchronized Optional<Stop> settle() {
    if (ending || over) {
      return Optional.empty();
    }
    Optional<Stop> stop = next().or(pauseAsked ? this::paused : Optional::empty);
    pausesAtNextInstruction = stop.isEmpty() && pauseAsked;
    pauseAsked = false;
    if (stop.isEmpty()) {
      if (pausesAtNextInstruction) {
        threads.forEach(thread -> thread.stepWithin(Integer.MAX_VALUE));
      }
      releaseAll(null);
      return stop;
    }
    standing = true;
    alone = null;
    stops.remove(stop.get().thread());
    return stop;
  }

  /** A thread to show that has not stopped by itself, rather one that is not blocked. */
  private Optional<Stop> paused() {
    return threads.stream()
        .filter(thread -> thread.depth() > 0)
        .min(Comparator.comparing(thread -> thread.blocked().isPresent()))
        .map(thread -> new Stop(thread, new StopReason.Paused()));
  }

  /**
   * Lets all threads go on, but for those whose stop has not been shown.
   *
   * @param seen the thread that was looked at, or null
   */
  synchronized void releaseAll(WasmThread seen) {
    standing = false;
    alone = null;
    if (ending) {
      threads.forEach(WasmThread::terminate);
    }
    if (stops.isEmpty() || ending) {
      holding = false;
      threads.forEach(thread -> thread.release(thread.equals(seen)));
    }
    notifyAll();
  }

  /** Lets one thread go on, unless only others could free it from what it waits for. */
  synchronized void releaseOnly(WasmThread thread) {
    stops.remove(thread);
    if (ending || thread.blocked().filter(Blocked.Waiting.class::isInstance).isPresent()) {
      releaseAll(thread);
      return;
    }
    standing = false;
    alone = thread;
    thread.release(true);
  }

  /** The thread is about to wait for others: if it goes alone, they go too. Called on it. */
  synchronized void waits(WasmThread thread) {
    if (thread.equals(alone)) {
      releaseOthers();
    }
  }

  /** The thread that went alone cannot; whoever asked for a pause meanwhile gets it first. */
  private void releaseOthers() {
    alone = null;
    if (!pauseAsked) {
      releaseAll(null);
    }
  }
}
