package dev.wasmscope.engine.wasi;

import static dev.wasmscope.engine.wasi.TestProgram.RESULT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.GuestMemory;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class PollTest {
  private static final int SUBSCRIPTIONS = 0x1000;
  private static final int EVENTS = 0x2000;
  private static final int MONOTONIC = 1;
  private static final long SECOND = 1_000_000_000L;

  private static void clock(TestProgram program, int index, int id, long timeout, boolean absolute)
      throws IOException {
    int at = SUBSCRIPTIONS + 48 * index;
    GuestMemory memory = program.memory();
    memory.clear(at, 48);
    memory.putI64(at, 100 + index);
    memory.putI32(at + 16, id);
    memory.putI64(at + 24, timeout);
    memory.putI16(at + 40, absolute ? 1 : 0);
  }

  private static void descriptor(TestProgram program, int index, int number, boolean toWrite)
      throws IOException {
    int at = SUBSCRIPTIONS + 48 * index;
    GuestMemory memory = program.memory();
    memory.clear(at, 48);
    memory.putI64(at, 100 + index);
    memory.putI8(at + 8, toWrite ? 2 : 1);
    memory.putI32(at + 16, number);
  }

  private static int poll(TestProgram program, int count) throws IOException {
    program.succeed("poll_oneoff", SUBSCRIPTIONS, EVENTS, count, RESULT);
    return program.i32(RESULT);
  }

  private static long now(TestProgram program) throws IOException {
    program.succeed("clock_time_get", MONOTONIC, 0, RESULT);
    return program.i64(RESULT);
  }

  @Test
  void sleepingMovesAVirtualClock() throws IOException {
    try (TestProgram program = TestProgram.withInput("")) {
      long before = now(program);
      clock(program, 0, MONOTONIC, 5 * SECOND, false);
      assertEquals(1, poll(program, 1));
      assertEquals(100, program.i64(EVENTS));
      assertEquals(0, program.memory().u16(EVENTS + 8));
      assertTrue(now(program) - before >= 5 * SECOND);
    }
  }

  @Test
  void theFirstTimeoutEndsTheWaiting() throws IOException {
    try (TestProgram program = TestProgram.withInput("")) {
      clock(program, 0, MONOTONIC, -1, false);
      clock(program, 1, MONOTONIC, SECOND, true);
      clock(program, 2, MONOTONIC, 2 * SECOND, false);
      assertEquals(1, poll(program, 3));
      assertEquals(101, program.i64(EVENTS));
    }
  }

  @Test
  void inputThatIsThereNeedsNoTimeout() throws IOException {
    try (TestProgram program = TestProgram.withInput("typed")) {
      descriptor(program, 0, 0, false);
      clock(program, 1, MONOTONIC, SECOND, false);
      assertEquals(1, poll(program, 2));
      assertEquals(100, program.i64(EVENTS));
      assertEquals(1, program.memory().u8(EVENTS + 10));
      assertEquals(5, program.i64(EVENTS + 16));
    }
  }

  @Test
  void inputThatDoesNotComeTimesOut() throws IOException {
    try (TestProgram program = TestProgram.withInput(InputStream.nullInputStream())) {
      descriptor(program, 0, 0, false);
      clock(program, 1, MONOTONIC, SECOND, false);
      assertEquals(1, poll(program, 2));
      assertEquals(101, program.i64(EVENTS));
    }
  }

  @Test
  void outputIsAlwaysReadyAndABadDescriptorIsAnEvent() throws IOException {
    try (TestProgram program = TestProgram.withInput("")) {
      descriptor(program, 0, 1, true);
      descriptor(program, 1, 55, false);
      clock(program, 2, 9, SECOND, false);
      assertEquals(3, poll(program, 3));
      assertEquals(102, program.i64(EVENTS));
      assertEquals(Errno.INVAL.code(), program.memory().u16(EVENTS + 8));
      assertEquals(100, program.i64(EVENTS + 32));
      assertEquals(101, program.i64(EVENTS + 64));
      assertEquals(Errno.BADF.code(), program.memory().u16(EVENTS + 64 + 8));
    }
  }

  @Test
  void nothingToWaitForIsAMistake() throws IOException {
    try (TestProgram program = TestProgram.withInput("")) {
      assertEquals(Errno.INVAL, program.call("poll_oneoff", SUBSCRIPTIONS, EVENTS, 0, RESULT));
      assertEquals(Errno.FAULT, program.call("poll_oneoff", SUBSCRIPTIONS, EVENTS, -1, RESULT));
      program.memory().putI8(SUBSCRIPTIONS + 8, 3);
      assertEquals(Errno.INVAL, program.call("poll_oneoff", SUBSCRIPTIONS, EVENTS, 1, RESULT));
    }
  }

  @Test
  void anInterruptedWaitEnds() throws IOException {
    var permissions = dev.wasmscope.engine.policy.Permissions.standard();
    try (TestProgram program = TestProgram.with(permissions)) {
      clock(program, 0, MONOTONIC, 3600 * SECOND, false);
      Thread.currentThread().interrupt();
      assertEquals(Errno.INTR, program.call("poll_oneoff", SUBSCRIPTIONS, EVENTS, 1, RESULT));
      assertTrue(Thread.interrupted(), "whoever interrupted the program wants to know");
    }
  }
}
