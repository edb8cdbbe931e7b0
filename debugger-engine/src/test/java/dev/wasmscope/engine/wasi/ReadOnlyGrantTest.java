package dev.wasmscope.engine.wasi;

import static dev.wasmscope.engine.wasi.TestProgram.CREATE;
import static dev.wasmscope.engine.wasi.TestProgram.DIRECTORY_ONLY;
import static dev.wasmscope.engine.wasi.TestProgram.PREOPEN;
import static dev.wasmscope.engine.wasi.TestProgram.TRUNCATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.wasmscope.engine.policy.DirectoryGrant.Access;
import dev.wasmscope.engine.wasi.abi.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was granted for reading cannot be changed. */
class ReadOnlyGrantTest {
  private static final long READ = 1L << 1;
  private static final long WRITE = 1L << 6;
  private static final long SET_SIZE = 1L << 22;

  private Path directory;
  private TestProgram program;

  @BeforeEach
  void grant(@TempDir Path temporary) throws IOException {
    directory = temporary;
    Files.createDirectories(directory.resolve("sub"));
    Files.writeString(directory.resolve("file"), "content");
    Files.writeString(directory.resolve("sub/file"), "content");
    program = TestProgram.in(directory, Access.READ);
  }

  @AfterEach
  void nothingHasChanged() throws IOException {
    program.close();
    assertEquals("content", Files.readString(directory.resolve("file")));
    assertEquals("content", Files.readString(directory.resolve("sub/file")));
    try (var entries = Files.list(directory)) {
      assertEquals(2, entries.count());
    }
  }

  @Test
  void readingAndListingWork() throws IOException {
    assertEquals(Errno.SUCCESS, program.open(PREOPEN, "file", 0, READ));
    assertEquals("content", program.read(program.i32(TestProgram.RESULT), 100));
    program.succeed("fd_readdir", PREOPEN, 0x4000, 4096, 0, TestProgram.RESULT);
  }

  @Test
  void openingForWritingIsRefused() throws IOException {
    assertEquals(Errno.NOTCAPABLE, program.open(PREOPEN, "file", 0, WRITE));
    assertEquals(Errno.NOTCAPABLE, program.open(PREOPEN, "new", CREATE, READ));
    assertEquals(Errno.NOTCAPABLE, program.open(PREOPEN, "file", TRUNCATE, READ));
  }

  @Test
  void rightsThatAreNotGrantedAreDropped() throws IOException {
    assertEquals(Errno.SUCCESS, program.open(PREOPEN, "file", 0, READ | SET_SIZE));
    int file = program.i32(TestProgram.RESULT);
    assertEquals(Errno.NOTCAPABLE, program.call("fd_filestat_set_size", file, 0));
    assertEquals(Errno.NOTCAPABLE, program.write(file, "x"));
    assertEquals(Errno.NOTCAPABLE, program.call("fd_allocate", file, 0, 100));
    assertEquals(Errno.NOTCAPABLE, program.call("fd_filestat_set_times", file, 0, 0, 5));
  }

  @Test
  void namesStayAsTheyAre() throws IOException {
    FileTime before = Files.getLastModifiedTime(directory.resolve("file"));
    assertEquals(Errno.NOTCAPABLE, program.onPath("path_create_directory", 1, "d", PREOPEN));
    assertEquals(Errno.NOTCAPABLE, program.onPath("path_remove_directory", 1, "sub", PREOPEN));
    assertEquals(Errno.NOTCAPABLE, program.onPath("path_unlink_file", 1, "file", PREOPEN));
    assertEquals(Errno.NOTCAPABLE, program.rename("file", "other"));
    assertEquals(Errno.NOTCAPABLE, program.link("file", "other"));
    assertEquals(Errno.NOTCAPABLE, program.symlink("file", "other"));
    assertEquals(
        Errno.NOTCAPABLE,
        program.onPath("path_filestat_set_times", 2, "file", PREOPEN, 0, 0, 0, 5));
    assertEquals(before, Files.getLastModifiedTime(directory.resolve("file")));
  }

  @Test
  void directoriesBelowAreNoMoreThanTheGrant() throws IOException {
    int sub = program.opened(PREOPEN, "sub", DIRECTORY_ONLY);
    assertEquals(Errno.NOTCAPABLE, program.open(sub, "new", CREATE, READ));
    assertEquals(Errno.NOTCAPABLE, program.open(sub, "file", 0, READ | WRITE));
    assertFalse(Files.exists(directory.resolve("sub/new")));
  }
}
