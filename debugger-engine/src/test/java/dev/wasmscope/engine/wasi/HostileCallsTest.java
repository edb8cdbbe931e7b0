package dev.wasmscope.engine.wasi;

import static dev.wasmscope.engine.wasi.TestProgram.CREATE;
import static dev.wasmscope.engine.wasi.TestProgram.MEMORY_SIZE;
import static dev.wasmscope.engine.wasi.TestProgram.PREOPEN;
import static dev.wasmscope.engine.wasi.TestProgram.RESULT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.wasmscope.engine.policy.DirectoryGrant.Access;
import dev.wasmscope.engine.runtime.ProgramExit;
import dev.wasmscope.engine.wasi.abi.Errno;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses, lengths and numbers that no honest program passes. */
class HostileCallsTest {
  private static final int CALLS = 30_000;
  private static final long[] VALUES = {
    0,
    1,
    2,
    3,
    4,
    5,
    7,
    8,
    16,
    24,
    64,
    RESULT,
    0x200,
    0x2800,
    MEMORY_SIZE - 1,
    MEMORY_SIZE,
    MEMORY_SIZE - 8,
    0x7fff_ffffL,
    0x8000_0000L,
    0xffff_ffffL,
    -1,
    Long.MIN_VALUE,
    Long.MAX_VALUE,
    TestProgram.ALL_RIGHTS
  };

  private Path directory;
  private TestProgram program;

  @BeforeEach
  void grant(@TempDir Path temporary) throws IOException {
    directory = Files.createDirectory(temporary.resolve("granted"));
    Files.writeString(directory.resolve("file"), "content");
    program = TestProgram.in(directory, Access.READ_WRITE);
  }

  @AfterEach
  void close() throws IOException {
    program.close();
  }

  @Test
  void buffersOutsideTheMemoryFailBeforeAnythingIsMoved() throws IOException {
    int file = program.opened(PREOPEN, "file", 0);
    program.memory().putI32(0x2800, 0x3000);
    program.memory().putI32(0x2804, 4);
    program.memory().putI32(0x2808, MEMORY_SIZE - 2);
    program.memory().putI32(0x280c, 4);
    assertEquals(Errno.FAULT, program.call("fd_read", file, 0x2800, 2, RESULT));
    assertEquals(Errno.FAULT, program.call("fd_write", 1, 0x2800, 2, RESULT));
    assertEquals("", program.output());
    assertEquals("content", program.read(file, 100), "the position has not moved");
  }

  @Test
  void listsOfBuffersOutsideTheMemoryFail() {
    assertEquals(Errno.FAULT, program.call("fd_write", 1, MEMORY_SIZE - 4, 1, RESULT));
    assertEquals(Errno.FAULT, program.call("fd_write", 1, 0x2800, -1, RESULT));
    assertEquals(Errno.FAULT, program.call("fd_write", 1, -8, 2, RESULT));
    assertEquals(Errno.INVAL, program.call("fd_write", 1, 0x2800, 1025, RESULT));
  }

  @Test
  void aCallThatCannotReportItsResultHasNoEffect() throws IOException {
    byte[] name = "new".getBytes(StandardCharsets.UTF_8);
    program.memory().put(0x200, name);
    assertEquals(
        Errno.FAULT,
        program.call("path_open", PREOPEN, 0, 0x200, 3, CREATE, TestProgram.ALL_RIGHTS, 0, 0, -1));
    assertFalse(Files.exists(directory.resolve("new")));
    int file = program.opened(PREOPEN, "file", 0);
    program.memory().putI32(0x2800, 0x3000);
    program.memory().putI32(0x2804, 4);
    assertEquals(Errno.FAULT, program.call("fd_read", file, 0x2800, 1, MEMORY_SIZE - 3));
    assertEquals("content", program.read(file, 100));
  }

  @Test
  void pathsOutsideTheMemoryFail() {
    assertEquals(Errno.FAULT, program.call("path_unlink_file", PREOPEN, MEMORY_SIZE - 2, 4));
    assertEquals(Errno.FAULT, program.call("path_unlink_file", PREOPEN, -1, 1));
    assertEquals(Errno.FAULT, program.call("path_unlink_file", PREOPEN, 0, -1));
  }

  @Test
  void whateverIsPassedTheAnswerIsAnErrorNumber() throws IOException {
    Random random = new Random(2026);
    byte[] paths = "file\0../x a/b . new/".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < CALLS; i++) {
      program.memory().put(0x200, paths);
      for (WasiFunction function : program.functions()) {
        if (random.nextInt(16) == 0) {
          callAtRandom(function, random);
        }
      }
    }
    try (var entries = Files.list(directory.getParent())) {
      assertEquals(List.of(directory), entries.toList(), "nothing was made beside the directory");
    }
  }

  private void callAtRandom(WasiFunction function, Random random) {
    long[] args = new long[function.params().length()];
    for (int i = 0; i < args.length; i++) {
      args[i] = VALUES[random.nextInt(VALUES.length)];
      if (function.params().charAt(i) == 'i') {
        args[i] = (int) args[i];
      }
    }
    try {
      program.call(function.name(), args);
    } catch (ProgramExit e) {
      assertEquals("proc_exit", function.name());
    }
  }
}
