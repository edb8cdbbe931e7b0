package dev.wasmscope.profile.collect;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.HostCall;
import dev.wasmscope.engine.runtime.HostCallListener;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.Fact;
import dev.wasmscope.profile.model.Frame;
import dev.wasmscope.profile.model.Function;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.ThreadBuilder;
import dev.wasmscope.profile.model.WeightUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Samples a thread's stack at an interval of wall-clock time. A clock thread counts ticks and asks
 * the WebAssembly thread to pause at the next loop header or call, where it reads its own stack and
 * goes on. Ticks that pass before it gets there weigh on that one sample; ticks that pass inside
 * the host weigh on the host function, sampled when it returns.
 *
 * <p>It takes the thread's stop handler for itself: a thread that a debugger holds cannot be
 * sampled at the same time.
 */
final class WallClockSampler implements Collector, HostCallListener {
  /** Frames of a sample; what is further out is replaced by one frame that says so. */
  private static final int DEEPEST = 1000;

  private static final Frame LEFT_OUT =
      Frame.of(Function.named("(callers left out)", Category.OTHER));

  /** Where a frame stood, in the engine's words: names and lines are looked up afterwards. */
  private record RawFrame(FunctionInstance function, int offset) {
    RawFrame(HostFunction function) {
      this(function, -1);
    }
  }

  /** A host function that is being called, and how many frames were on the stack. */
  private record InHost(HostFunction function, int depth) {}

  private record Sample(double time, List<RawFrame> frames, boolean cut, int weight) {}

  private final WasmThread thread;
  private final ProfilerOptions options;
  private final EngineNames names;
  private final RunClock clock;
  private final AtomicInteger due = new AtomicInteger();
  private final List<InHost> inHost = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();
  private final Thread ticker;
  private volatile boolean ended;
  private long spent;

  WallClockSampler(WasmThread thread, ProfilerOptions options, EngineNames names, RunClock clock) {
    this.thread = thread;
    this.options = options;
    this.names = names;
    this.clock = clock;
    this.ticker = Thread.ofPlatform().name("profile sampler").daemon().unstarted(this::tick);
  }

  @Override
  public void start() {
    thread.stopHandler((_, reason) -> stopped(reason));
    thread.store().hostCalls().addListener(this);
    ticker.start();
  }

  private void tick() {
    long interval = options.interval().toNanos();
    long next = System.nanoTime() + interval;
    double last =
        options.duration().isZero() ? Double.MAX_VALUE : options.duration().toNanos() / 1e6;
    while (!ended && clock.now() <= last) {
      LockSupport.parkNanos(next - System.nanoTime());
      long late = System.nanoTime() - next;
      if (late >= 0) {
        int ticks = 1 + (int) (late / interval);
        next += ticks * interval;
        if (thread.state() != WasmThread.State.IDLE) {
          due.addAndGet(ticks);
          thread.pause();
        }
      }
    }
  }

  private void stopped(StopReason reason) {
    if (reason instanceof StopReason.Paused) {
      record(Optional.empty());
    }
  }

  @Override
  public void before(HostCall call) {
    if (call.executor().equals(thread)) {
      record(Optional.empty());
      inHost.add(new InHost(call.function(), thread.depth()));
    }
  }

  @Override
  public void after(HostCall call) {
    if (call.executor().equals(thread) && !inHost.isEmpty()) {
      inHost.removeLast();
      record(Optional.of(call.function()));
    }
  }

  @Override
  public void failed(HostCall call, RuntimeException failure) {
    after(call);
  }

  /** Takes a sample of the ticks that passed since the last one, if any did. */
  private void record(Optional<HostFunction> leaf) {
    if (due.get() == 0 || ended) {
      return;
    }
    long start = System.nanoTime();
    int weight = due.getAndSet(0);
    Sample sample = sample(leaf, weight);
    synchronized (samples) {
      samples.add(sample);
      spent += System.nanoTime() - start;
    }
  }

  /** The stack, outermost first, host functions that called back in their places. */
  private Sample sample(Optional<HostFunction> leaf, int weight) {
    List<RawFrame> innermostFirst = new ArrayList<>();
    leaf.ifPresent(function -> innermostFirst.add(new RawFrame(function)));
    int host = inHost.size();
    Optional<FrameView> next = thread.top();
    while (next.isPresent() && innermostFirst.size() < DEEPEST) {
      FrameView frame = next.get();
      while (host > 0 && inHost.get(host - 1).depth > frame.depth()) {
        innermostFirst.add(new RawFrame(inHost.get(--host).function));
      }
      innermostFirst.add(new RawFrame(frame.function(), frame.place().offset()));
      next = frame.caller();
    }
    double began = clock.now() - weight * options.interval().toNanos() / 1e6;
    return new Sample(Math.max(began, 0), innermostFirst.reversed(), next.isPresent(), weight);
  }

  int sampleCount() {
    synchronized (samples) {
      return samples.size();
    }
  }

  @Override
  public void stop() {
    if (ended) {
      return;
    }
    ended = true;
    ticker.interrupt();
    thread.stopHandler(null);
    thread.store().hostCalls().removeListener(this);
  }

  @Override
  public void addTo(ProfileBuilder profile) {
    ThreadBuilder into = profile.thread(thread.name(), WeightUnit.SAMPLES);
    synchronized (samples) {
      for (Sample sample : samples) {
        List<Frame> frames = new ArrayList<>();
        if (sample.cut) {
          frames.add(LEFT_OUT);
        }
        sample.frames.forEach(raw -> frames.add(names.frame(raw.function, raw.offset)));
        into.sample(sample.time, frames, sample.weight);
      }
    }
  }

  @Override
  public List<Fact> facts() {
    synchronized (samples) {
      double milliseconds = spent / 1e6;
      double share = 100 * milliseconds / Math.max(clock.now(), 1);
      return List.of(
          new Fact("Sampling interval", options.interval().toNanos() / 1e6 + " ms"),
          new Fact(
              "Time spent sampling",
              String.format(Locale.ROOT, "%.2f ms (%.2f %%)", milliseconds, share)));
    }
  }
}
