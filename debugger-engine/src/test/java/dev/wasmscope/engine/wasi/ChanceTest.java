package dev.wasmscope.engine.wasi;

import static dev.wasmscope.engine.wasi.TestProgram.RESULT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.policy.Permissions;
import dev.wasmscope.engine.runtime.ProgramExit;
import dev.wasmscope.engine.wasi.abi.Errno;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Time, random numbers, and the end of a program. */
class ChanceTest {

  private static byte[] random(Permissions permissions) throws IOException {
    try (TestProgram program = TestProgram.with(permissions)) {
      program.succeed("random_get", 0x1000, 32);
      return program.bytes(0x1000, 32);
    }
  }

  @Test
  void seededNumbersAreTheSameInEveryRun() throws IOException {
    byte[] first = random(Permissions.deterministic(7));
    assertArrayEquals(first, random(Permissions.deterministic(7)));
    assertFalse(Arrays.equals(first, random(Permissions.deterministic(8))));
  }

  @Test
  void aVirtualClockGoesOnByItsStep() throws IOException {
    try (TestProgram program = TestProgram.with(Permissions.deterministic(7))) {
      program.succeed("clock_time_get", 0, 0, RESULT);
      assertEquals(0, program.i64(RESULT));
      program.succeed("clock_time_get", 1, 0, RESULT);
      assertEquals(1_000_000, program.i64(RESULT));
      program.succeed("clock_res_get", 0, RESULT);
      assertEquals(1_000_000, program.i64(RESULT));
      assertEquals(Errno.INVAL, program.call("clock_time_get", 4, 0, RESULT));
    }
  }

  @Test
  void theHostsClockIsOfThisCentury() throws IOException {
    try (TestProgram program = TestProgram.with(Permissions.standard())) {
      program.succeed("clock_time_get", 0, 0, RESULT);
      assertTrue(program.i64(RESULT) > 1_700_000_000L * 1_000_000_000L);
    }
  }

  @Test
  void whatIsNotGrantedFails() throws IOException {
    try (TestProgram program = TestProgram.with(Permissions.none())) {
      assertEquals(Errno.NOTCAPABLE, program.call("clock_time_get", 0, 0, RESULT));
      assertEquals(Errno.NOTCAPABLE, program.call("clock_res_get", 0, RESULT));
      assertEquals(Errno.NOTCAPABLE, program.call("random_get", RESULT, 8));
    }
  }

  @Test
  void exitEndsTheProgramWithItsCode() throws IOException {
    try (TestProgram program = TestProgram.with(Permissions.none())) {
      ProgramExit exit = assertThrows(ProgramExit.class, () -> program.call("proc_exit", 42));
      assertEquals(42, exit.code());
      assertEquals(Errno.NOTSUP, program.call("proc_raise", 6));
      program.succeed("sched_yield");
    }
  }
}
