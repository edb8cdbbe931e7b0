package dev.wasmscope.engine.runtime;

import java.util.function.Supplier;

/** A value made when it is first asked for; safe for use by several threads. */
final class Lazy<T> {

  private final Supplier<T> maker;
  private volatile T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    T known = value;
    return known != null ? known : make();
  }

  private synchronized T make() {
    if (value == null) {
      value = maker.get();
    }
    return value;
  }
}
