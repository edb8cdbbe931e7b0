package dev.wasmscope.engine.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The one way by which WebAssembly reaches its host. Whoever must see or record what comes from
 * outside listens here.
 */
public final class HostCalls {

  private final List<HostCallListener> listeners = new CopyOnWriteArrayList<>();

  HostCalls() {}

  /** Adds a listener to all calls from now on. */
  public void addListener(HostCallListener listener) {
    listeners.add(listener);
  }

  /** Removes a listener. */
  public void removeListener(HostCallListener listener) {
    listeners.remove(listener);
  }

  /** Whether somebody listens. */
  public boolean isHeard() {
    return !listeners.isEmpty();
  }

  /** Tells that a call is about to be made. */
  public void announce(HostCall call) {
    for (HostCallListener listener : listeners) {
      listener.before(call);
    }
  }

  /** Makes a call that was announced. */
  public void perform(HostCall call) {
    try {
      call.function().code().call(call);
    } catch (RuntimeException failure) {
      for (HostCallListener listener : listeners) {
        listener.failed(call, failure);
      }
      throw failure;
    }
    for (HostCallListener listener : listeners) {
      listener.after(call);
    }
  }
}
