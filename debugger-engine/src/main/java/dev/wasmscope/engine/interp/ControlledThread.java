package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Blocked;
import dev.wasmscope.engine.probe.StopHandler;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.tier.Capture;
import java.util.Optional;

/** A thread as others see it: its name, what it is doing, and what they want of it. */
abstract class ControlledThread extends FrameStack implements WasmThread {

  private final int id;
  private final String name;

  /** What others want, and what it is doing. */
  final StopControl control = new StopControl(this);

  ControlledThread(StoreLimits limits, int id, String name) {
    super(limits);
    this.id = id;
    this.name = name;
  }

  /** Makes sure that all frames are on this stack: else they are brought here, and this throws. */
  abstract void surface(Capture.Resumption todo);

  @Override
  public final int id() {
    return id;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final State state() {
    return control.state();
  }

  @Override
  public final Optional<Blocked> blocked() {
    return control.blocked();
  }

  @Override
  public final void hold() {
    control.hold();
  }

  @Override
  public final void awaitStill() throws InterruptedException {
    control.awaitStill();
  }

  @Override
  public final void release(boolean seen) {
    control.release(seen);
  }

  @Override
  public final void pause() {
    control.pause();
  }

  @Override
  public final void terminate() {
    control.terminate();
  }

  @Override
  public final void expire() {
    control.expire();
  }

  @Override
  public final void stopHandler(StopHandler handler) {
    control.handler(handler);
  }

  @Override
  public final void stopHere(Object cause) {
    control.stopHere(cause);
  }

  @Override
  public final void stepWithin(int maxDepth) {
    control.stepWithin(maxDepth);
  }

  @Override
  public final int depth() {
    return depth;
  }
}
