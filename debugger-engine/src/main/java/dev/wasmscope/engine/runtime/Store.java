package dev.wasmscope.engine.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that instances which may be linked with each other have in common (§4.2.3). */
public final class Store {

  private final StoreTypes types = new StoreTypes();
  private final HostCalls hostCalls = new HostCalls();
  private final StoreLimits limits;
  private final List<Instance> instances = new CopyOnWriteArrayList<>();
  private final List<InstanceListener> listeners = new CopyOnWriteArrayList<>();

  /** An empty store. */
  public Store(StoreLimits limits) {
    this.limits = limits;
  }

  public StoreTypes types() {
    return types;
  }

  public StoreLimits limits() {
    return limits;
  }

  /** The one way from WebAssembly to its host. */
  public HostCalls hostCalls() {
    return hostCalls;
  }

  /** All instances, in the order in which they were made. */
  public List<Instance> instances() {
    return List.copyOf(instances);
  }

  /** Adds a listener to instances made from now on. */
  public void addListener(InstanceListener listener) {
    listeners.add(listener);
  }

  /** Removes a listener. */
  public void removeListener(InstanceListener listener) {
    listeners.remove(listener);
  }

  void allocated(Instance instance) {
    instances.add(instance);
    listeners.forEach(listener -> listener.allocated(instance));
  }
}
