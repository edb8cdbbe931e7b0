package dev.wasmscope.engine.wasi;

import static dev.wasmscope.engine.wasi.TestProgram.CREATE;
import static dev.wasmscope.engine.wasi.TestProgram.DIRECTORY_ONLY;
import static dev.wasmscope.engine.wasi.TestProgram.EXCLUSIVE;
import static dev.wasmscope.engine.wasi.TestProgram.PREOPEN;
import static dev.wasmscope.engine.wasi.TestProgram.RESULT;
import static dev.wasmscope.engine.wasi.TestProgram.TRUNCATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.policy.DirectoryGrant.Access;
import dev.wasmscope.engine.wasi.abi.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTest {
  private static final int SET = 0;
  private static final int CURRENT = 1;
  private static final int END = 2;

  private Path directory;
  private TestProgram program;

  @BeforeEach
  void grant(@TempDir Path temporary) throws IOException {
    directory = temporary;
    Files.writeString(directory.resolve("ten"), "0123456789");
    program = TestProgram.in(directory, Access.READ_WRITE);
  }

  @AfterEach
  void close() throws IOException {
    program.close();
  }

  private String content(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private long seek(int file, long delta, int whence) throws IOException {
    program.succeed("fd_seek", file, delta, whence, RESULT);
    return program.i64(RESULT);
  }

  @Test
  void writesAndReadsGoOnFromThePosition() throws IOException {
    int file = program.opened(PREOPEN, "new", CREATE | EXCLUSIVE);
    assertEquals(Errno.SUCCESS, program.write(file, "hello "));
    assertEquals(Errno.SUCCESS, program.write(file, "world"));
    assertEquals("hello world", content("new"));
    assertEquals(11, seek(file, 0, CURRENT));
    assertEquals(6, seek(file, -5, END));
    assertEquals("wor", program.read(file, 3));
    assertEquals("ld", program.read(file, 3));
    assertEquals("", program.read(file, 3));
    program.succeed("fd_tell", file, RESULT);
    assertEquals(11, program.i64(RESULT));
  }

  @Test
  void seekingBeforeTheStartFailsAndMovesNothing() throws IOException {
    int file = program.opened(PREOPEN, "ten", 0);
    assertEquals(4, seek(file, 4, SET));
    assertEquals(Errno.INVAL, program.call("fd_seek", file, -5, CURRENT, RESULT));
    assertEquals(Errno.INVAL, program.call("fd_seek", file, Long.MAX_VALUE, END, RESULT));
    assertEquals(Errno.INVAL, program.call("fd_seek", file, 0, 3, RESULT));
    assertEquals("4", program.read(file, 1));
  }

  @Test
  void positionedTransfersLeaveThePosition() throws IOException {
    int file = program.opened(PREOPEN, "ten", 0);
    program.memory().putI32(0x2800, 0x3000);
    program.memory().putI32(0x2804, 2);
    program.memory().putI32(0x2808, 0x3100);
    program.memory().putI32(0x280c, 3);
    program.succeed("fd_pread", file, 0x2800, 2, 6, RESULT);
    assertEquals(4, program.i32(RESULT));
    assertEquals("67", program.text(0x3000, 2));
    assertEquals("89", program.text(0x3100, 2));
    program.succeed("fd_pwrite", file, 0x2800, 1, 12, RESULT);
    assertArrayEquals(
        new byte[] {'9', 0, 0, '6', '7'},
        java.util.Arrays.copyOfRange(Files.readAllBytes(directory.resolve("ten")), 9, 14));
    assertEquals("0", program.read(file, 1));
    assertEquals(Errno.INVAL, program.call("fd_pread", file, 0x2800, 1, -1, RESULT));
  }

  @Test
  void appendedTextGoesToTheEnd() throws IOException {
    int file = program.opened(PREOPEN, "ten", 0);
    program.succeed("fd_fdstat_set_flags", file, 1);
    assertEquals(Errno.SUCCESS, program.write(file, "x"));
    seek(file, 0, SET);
    assertEquals(Errno.SUCCESS, program.write(file, "y"));
    assertEquals("0123456789xy", content("ten"));
    assertEquals(Errno.NOTSUP, program.call("fd_fdstat_set_flags", file, 16));
    assertEquals(Errno.INVAL, program.call("fd_fdstat_set_flags", file, 32));
  }

  @Test
  void sizesCanBeSet() throws IOException {
    int file = program.opened(PREOPEN, "ten", 0);
    seek(file, 8, SET);
    program.succeed("fd_filestat_set_size", file, 3);
    assertEquals("012", content("ten"));
    assertEquals(8, seek(file, 0, CURRENT));
    program.succeed("fd_allocate", file, 2, 3);
    assertEquals("012\0\0", content("ten"));
    program.succeed("fd_allocate", file, 0, 1);
    assertEquals(5, Files.size(directory.resolve("ten")));
    assertEquals(Errno.INVAL, program.call("fd_allocate", file, 0, 0));
    assertEquals(Errno.FBIG, program.call("fd_allocate", file, Long.MAX_VALUE, 2));
    assertEquals(Errno.INVAL, program.call("fd_filestat_set_size", file, -1));
  }

  @Test
  void openFlagsDoWhatTheySay() throws IOException {
    assertEquals(Errno.NOENT, program.open(PREOPEN, "none", 0));
    assertEquals(Errno.EXIST, program.open(PREOPEN, "ten", CREATE | EXCLUSIVE));
    assertEquals(Errno.NOTDIR, program.open(PREOPEN, "ten", DIRECTORY_ONLY));
    assertEquals(Errno.ISDIR, program.open(PREOPEN, ".", CREATE));
    assertEquals(Errno.INVAL, program.open(PREOPEN, "x", CREATE | DIRECTORY_ONLY));
    assertEquals(Errno.INVAL, program.open(PREOPEN, "x", 16));
    program.opened(PREOPEN, "ten", TRUNCATE);
    assertEquals("", content("ten"));
  }

  @Test
  void statusTellsSizeTypeAndTimes() throws IOException {
    Instant modified = Instant.parse("2020-01-02T03:04:05.000000006Z");
    Files.setLastModifiedTime(directory.resolve("ten"), FileTime.from(modified));
    assertEquals(Errno.SUCCESS, program.onPath("path_filestat_get", 2, "ten", PREOPEN, 1, RESULT));
    assertEquals(4, program.memory().u8(RESULT + 16));
    assertEquals(1, program.i64(RESULT + 24));
    assertEquals(10, program.i64(RESULT + 32));
    assertEquals(1_577_934_245_000_000_006L, program.i64(RESULT + 48));

    int file = program.opened(PREOPEN, "ten", 0);
    program.succeed("fd_filestat_set_times", file, 0, 1_000_000_000L, 4);
    assertEquals(
        Instant.ofEpochSecond(1), Files.getLastModifiedTime(directory.resolve("ten")).toInstant());
    program.succeed("fd_filestat_get", file, RESULT);
    assertEquals(1_000_000_000L, program.i64(RESULT + 48));
    assertEquals(Errno.INVAL, program.call("fd_filestat_set_times", file, 0, 0, 12));
  }

  @Test
  void anUnlinkedFileStaysUsable() throws IOException {
    int file = program.opened(PREOPEN, "ten", 0);
    assertEquals(Errno.SUCCESS, program.onPath("path_unlink_file", 1, "ten", PREOPEN));
    assertEquals("0123", program.read(file, 4));
    program.succeed("fd_filestat_get", file, RESULT);
    assertEquals(0, program.i64(RESULT + 24));
    assertEquals(10, program.i64(RESULT + 32));
    assertFalse(Files.exists(directory.resolve("ten")));
  }

  @Test
  void directoriesAreMadeAndRemoved() throws IOException {
    assertEquals(Errno.SUCCESS, program.onPath("path_create_directory", 1, "d", PREOPEN));
    assertEquals(Errno.EXIST, program.onPath("path_create_directory", 1, "d", PREOPEN));
    assertEquals(Errno.ISDIR, program.onPath("path_unlink_file", 1, "d", PREOPEN));
    assertEquals(Errno.SUCCESS, program.rename("ten", "d/ten"));
    assertEquals(Errno.NOTEMPTY, program.onPath("path_remove_directory", 1, "d", PREOPEN));
    assertEquals(Errno.NOTDIR, program.onPath("path_remove_directory", 1, "d/ten", PREOPEN));
    assertEquals(Errno.NOTDIR, program.onPath("path_unlink_file", 1, "d/ten/", PREOPEN));
    assertEquals(Errno.INVAL, program.rename("d", "d/e"));
    assertEquals(Errno.SUCCESS, program.link("d/ten", "second"));
    assertEquals(Errno.SUCCESS, program.onPath("path_unlink_file", 1, "d/ten", PREOPEN));
    assertEquals(Errno.SUCCESS, program.onPath("path_remove_directory", 1, "d", PREOPEN));
    assertEquals("0123456789", content("second"));
    assertFalse(Files.exists(directory.resolve("d")));
  }

  @Test
  void listingAgainFromACookieGivesEveryNameOnce() throws IOException {
    for (String name : new String[] {"b", "a", "a-long-name-that-does-not-fit"}) {
      Files.createDirectory(directory.resolve(name));
    }
    StringBuilder names = new StringBuilder();
    long cookie = 0;
    int used;
    do {
      int length = 60;
      program.succeed("fd_readdir", PREOPEN, 0x4000, length, cookie, RESULT);
      used = program.i32(RESULT);
      int at = 0;
      while (at + 24 <= used && at + 24 + program.i32(0x4000 + at + 16) <= used) {
        int nameLength = program.i32(0x4000 + at + 16);
        names.append(program.text(0x4000 + at + 24, nameLength)).append(' ');
        cookie = program.i64(0x4000 + at);
        at += 24 + nameLength;
      }
    } while (used == 60);
    assertEquals(". .. a a-long-name-that-does-not-fit b ten ", names.toString());
    assertTrue(cookie == 6, "the last cookie is the number of names");
    assertEquals(Errno.INVAL, program.call("fd_readdir", PREOPEN, 0x4000, 60, 7, RESULT));
  }
}
