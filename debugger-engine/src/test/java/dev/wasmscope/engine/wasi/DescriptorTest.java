package dev.wasmscope.engine.wasi;

import static dev.wasmscope.engine.wasi.TestProgram.PREOPEN;
import static dev.wasmscope.engine.wasi.TestProgram.RESULT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.policy.DirectoryGrant.Access;
import dev.wasmscope.engine.wasi.abi.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorTest {
  private TestProgram program;

  @BeforeEach
  void grant(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("file"), "content");
    program = TestProgram.in(directory, Access.READ_WRITE);
  }

  @AfterEach
  void close() throws IOException {
    program.close();
  }

  @Test
  void preopenedDirectoriesHaveTheirGuestName() throws IOException {
    program.succeed("fd_prestat_get", PREOPEN, RESULT);
    assertEquals(0, program.i32(RESULT));
    assertEquals(4, program.i32(RESULT + 4));
    program.succeed("fd_prestat_dir_name", PREOPEN, RESULT, 4);
    assertEquals("data", program.text(RESULT, 4));
    assertEquals(Errno.NAMETOOLONG, program.call("fd_prestat_dir_name", PREOPEN, RESULT, 3));
    assertEquals(Errno.BADF, program.call("fd_prestat_get", PREOPEN + 1, RESULT));
    assertEquals(Errno.BADF, program.call("fd_prestat_get", 0, RESULT));
  }

  @Test
  void aStreamThatIsNoTerminalDoesNotLookLikeOne() throws IOException {
    program.succeed("fd_fdstat_get", 2, RESULT);
    assertEquals(0, program.memory().u8(RESULT));
  }

  @Test
  void aTerminalLooksLikeOne() throws IOException {
    program.succeed("fd_fdstat_get", 1, RESULT);
    assertEquals(2, program.memory().u8(RESULT));
    long rights = program.i64(RESULT + 8);
    long seekAndTell = (1 << 2) | (1 << 5);
    assertEquals(0, rights & seekAndTell);
    assertEquals(Errno.SPIPE, program.call("fd_seek", 1, 0, 0, RESULT));
    assertEquals(Errno.SUCCESS, program.write(1, "to the console"));
    assertEquals("to the console", program.output());
    assertEquals(Errno.BADF, program.write(0, "x"));
  }

  @Test
  void theLowestFreeNumberIsUsedNext() throws IOException {
    assertEquals(4, program.opened(PREOPEN, "file", 0));
    assertEquals(5, program.opened(PREOPEN, "file", 0));
    program.succeed("fd_close", 4);
    assertEquals(Errno.BADF, program.call("fd_close", 4));
    assertEquals(4, program.opened(PREOPEN, "file", 0));
    assertEquals(Errno.BADF, program.call("fd_close", -1));
  }

  @Test
  void renumberingClosesWhatWasThere() throws IOException {
    int first = program.opened(PREOPEN, "file", 0);
    int second = program.opened(PREOPEN, "file", 0);
    program.read(first, 3);
    program.succeed("fd_renumber", first, second);
    assertEquals("tent", program.read(second, 10));
    assertEquals(Errno.BADF, program.call("fd_tell", first, RESULT));
    assertEquals(Errno.BADF, program.call("fd_renumber", second, 99));
  }

  @Test
  void rightsCanOnlyBeGivenUp() throws IOException {
    int file = program.opened(PREOPEN, "file", 0);
    long read = 1L << 1;
    program.succeed("fd_fdstat_set_rights", file, read, 0);
    assertEquals(Errno.NOTCAPABLE, program.write(file, "x"));
    assertEquals(Errno.NOTCAPABLE, program.call("fd_fdstat_set_rights", file, read | 1, 0));
    assertEquals("content", program.read(file, 10));
  }

  @Test
  void thereIsALimitToOpenDescriptors() throws IOException {
    Errno errno;
    int opened = 0;
    do {
      errno = program.open(PREOPEN, "file", 0);
      opened++;
    } while (errno == Errno.SUCCESS && opened < 5000);
    assertEquals(Errno.MFILE, errno);
  }

  @Test
  void socketsAreRefused() {
    assertEquals(Errno.NOTSOCK, program.call("sock_accept", 1, 0, RESULT));
    assertEquals(Errno.BADF, program.call("sock_shutdown", 77, 0));
  }
}
