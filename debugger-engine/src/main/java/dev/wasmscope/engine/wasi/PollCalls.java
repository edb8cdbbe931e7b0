package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.ClockId;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.FileType;
import dev.wasmscope.engine.wasi.abi.Right;
import dev.wasmscope.engine.wasi.file.Descriptor;
import dev.wasmscope.engine.wasi.file.DescriptorTable;
import dev.wasmscope.engine.wasi.file.HostErrors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Waiting for time to pass and for descriptors to become ready. */
final class PollCalls {
  private static final int MOST_SUBSCRIPTIONS = 4096;
  // A stream of Java cannot be waited for, only asked.
  private static final long LONGEST_NAP = 5_000_000;

  private final DescriptorTable descriptors;
  private final WasiClock clock;

  PollCalls(DescriptorTable descriptors, WasiClock clock) {
    this.descriptors = descriptors;
    this.clock = clock;
  }

  /** A time-out as the nanoseconds that are left. */
  private record Deadline(Subscription.Clock subscription, ClockId clock, long end) {}

  List<WasiFunction> functions() {
    return List.of(WasiFunction.of("poll_oneoff", "iiii", this::poll));
  }

  private void poll(WasiCall call) throws IOException {
    long count = call.u32(2);
    long result = call.result(3, 4);
    call.memory().check(call.u32(0), count * Subscription.SIZE);
    call.memory().check(call.u32(1), count * PollEvent.SIZE);
    if (count == 0 || count > MOST_SUBSCRIPTIONS) {
      throw new ErrnoException(Errno.INVAL);
    }
    List<Subscription> subscriptions = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      subscriptions.add(Subscription.read(call.memory(), call.u32(0) + i * Subscription.SIZE));
    }
    List<PollEvent> events = await(subscriptions);
    for (int i = 0; i < events.size(); i++) {
      events.get(i).write(call.memory(), call.u32(1) + (long) i * PollEvent.SIZE);
    }
    call.memory().putI32(result, events.size());
  }

  private List<PollEvent> await(List<Subscription> subscriptions) throws IOException {
    List<PollEvent> events = new ArrayList<>();
    List<Deadline> deadlines = new ArrayList<>();
    List<Subscription.Ready> pending = new ArrayList<>();
    for (Subscription subscription : subscriptions) {
      switch (subscription) {
        case Subscription.Clock timeout -> begin(timeout, deadlines, events);
        case Subscription.Ready ready -> pending.add(ready);
      }
    }
    boolean mayWait = !deadlines.isEmpty();
    while (true) {
      for (Subscription.Ready ready : pending) {
        look(ready, mayWait).ifPresent(events::add);
      }
      long left = Long.MAX_VALUE;
      for (Deadline deadline : deadlines) {
        long remaining = deadline.end() - clock.now(deadline.clock());
        if (remaining <= 0) {
          events.add(new PollEvent(deadline.subscription(), Errno.SUCCESS, 0));
        }
        left = Math.min(left, remaining);
      }
      if (!events.isEmpty()) {
        return events;
      }
      sleep(pending.isEmpty() ? left : Math.min(left, LONGEST_NAP));
    }
  }

  private void begin(Subscription.Clock timeout, List<Deadline> deadlines, List<PollEvent> events) {
    try {
      ClockId id = ClockId.of(timeout.clock());
      long start = timeout.absolute() ? 0 : clock.now(id);
      long end = start + timeout.timeout();
      // Unsigned, and hundreds of years are for ever.
      boolean forEver = timeout.timeout() < 0 || end < start;
      deadlines.add(new Deadline(timeout, id, forEver ? Long.MAX_VALUE : end));
    } catch (ErrnoException e) {
      events.add(new PollEvent(timeout, e.errno(), 0));
    }
  }

  /**
   * Whether a descriptor is ready. If the program waits for nothing else, input counts as ready:
   * the program then waits in its read.
   */
  private Optional<PollEvent> look(Subscription.Ready ready, boolean mayWait) {
    try {
      Descriptor descriptor = descriptors.get(ready.descriptor());
      descriptor.require(Right.POLL_FD_READWRITE);
      if (ready.toWrite()) {
        return Optional.of(new PollEvent(ready, Errno.SUCCESS, 1));
      }
      long available = descriptor.available();
      boolean waits = mayWait && available == 0 && descriptor.type() != FileType.REGULAR_FILE;
      return waits ? Optional.empty() : Optional.of(new PollEvent(ready, Errno.SUCCESS, available));
    } catch (IOException e) {
      return Optional.of(new PollEvent(ready, HostErrors.errno(e), 0));
    }
  }

  private void sleep(long nanoseconds) throws ErrnoException {
    try {
      clock.sleep(nanoseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ErrnoException(Errno.INTR);
    }
  }
}
