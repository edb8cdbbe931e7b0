package dev.wasmscope.engine.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The threads that wait at addresses of a memory (threads proposal, wait and notify). */
public final class WaitQueue {

  /** How a wait ended. */
  public enum Outcome {
    WOKEN(0),
    NOT_EQUAL(1),
    TIMED_OUT(2);

    private final int code;

    Outcome(int code) {
      this.code = code;
    }

    /** What the instruction answers. */
    public int code() {
      return code;
    }
  }

  private final class Waiter {
    private final Condition condition = lock.newCondition();
    private boolean woken;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Deque<Waiter>> byAddress = new HashMap<>();

  WaitQueue() {}

  /**
   * Waits at {@code address} until notified.
   *
   * @param expected whether the memory holds what the program expects; asked once, atomically with
   *     the start of the wait
   * @param nanos the longest time to wait; negative means for ever
   * @throws InterruptedException if the thread is interrupted, which is how others end its wait
   */
  public Outcome await(long address, BooleanSupplier expected, long nanos)
      throws InterruptedException {
    lock.lock();
    try {
      if (!expected.getAsBoolean()) {
        return Outcome.NOT_EQUAL;
      }
      Waiter waiter = new Waiter();
      byAddress.computeIfAbsent(address, _ -> new ArrayDeque<>()).add(waiter);
      try {
        return sleep(waiter, nanos);
      } finally {
        forget(address, waiter);
      }
    } finally {
      lock.unlock();
    }
  }

  private static Outcome sleep(Waiter waiter, long nanos) throws InterruptedException {
    long left = nanos;
    while (!waiter.woken) {
      if (nanos < 0) {
        waiter.condition.await();
      } else if (left <= 0) {
        return Outcome.TIMED_OUT;
      } else {
        left = waiter.condition.awaitNanos(left);
      }
    }
    return Outcome.WOKEN;
  }

  private void forget(long address, Waiter waiter) {
    Deque<Waiter> queue = byAddress.get(address);
    if (queue != null) {
      queue.remove(waiter);
      if (queue.isEmpty()) {
        byAddress.remove(address);
      }
    }
  }

  /**
   * Wakes the threads that have waited longest at {@code address}.
   *
   * @param count how many at the most, unsigned
   * @return how many were woken
   */
  public int wake(long address, int count) {
    lock.lock();
    try {
      Deque<Waiter> queue = byAddress.get(address);
      int woken = 0;
      while (queue != null && !queue.isEmpty() && Integer.compareUnsigned(woken, count) < 0) {
        Waiter waiter = queue.poll();
        waiter.woken = true;
        waiter.condition.signal();
        woken++;
      }
      return woken;
    } finally {
      lock.unlock();
    }
  }

  /** How many threads wait at {@code address}. */
  public int waiting(long address) {
    lock.lock();
    try {
      Deque<Waiter> queue = byAddress.get(address);
      return queue == null ? 0 : queue.size();
    } finally {
      lock.unlock();
    }
  }
}
