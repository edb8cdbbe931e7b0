package dev.wasmscope.engine.wasi;

import static dev.wasmscope.engine.wasi.TestProgram.CREATE;
import static dev.wasmscope.engine.wasi.TestProgram.DIRECTORY_ONLY;
import static dev.wasmscope.engine.wasi.TestProgram.PREOPEN;
import static dev.wasmscope.engine.wasi.TestProgram.RESULT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.policy.DirectoryGrant.Access;
import dev.wasmscope.engine.wasi.abi.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing outside of a granted directory can be reached, on whatever way. */
class SandboxTest {
  private Path outside;
  private Path granted;
  private TestProgram program;

  @BeforeEach
  void grantOneDirectory(@TempDir Path temporary) throws IOException {
    outside = temporary;
    granted = Files.createDirectories(temporary.resolve("granted"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createDirectories(granted.resolve("a/b"));
    Files.writeString(granted.resolve("a/file"), "inside");
    Files.createSymbolicLink(granted.resolve("absolute"), outside.resolve("secret"));
    Files.createSymbolicLink(granted.resolve("upwards"), Path.of("../secret"));
    Files.createSymbolicLink(granted.resolve("a/parent"), Path.of(".."));
    Files.createSymbolicLink(granted.resolve("out"), Path.of(".."));
    Files.createSymbolicLink(granted.resolve("chain"), Path.of("a/parent/out/secret"));
    Files.createSymbolicLink(granted.resolve("loop"), Path.of("loop"));
    program = TestProgram.in(granted, Access.READ_WRITE);
  }

  @AfterEach
  void close() throws IOException {
    program.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../",
        "../secret",
        "../granted/a/file",
        "a/../../secret",
        "a/b/../../../secret",
        "./a/./../../secret",
        "/etc/passwd",
        "/",
        "//a/file",
        "absolute",
        "upwards",
        "out",
        "out/secret",
        "a/parent/../secret",
        "a/parent/out/secret",
        "chain"
      })
  void waysOutAreRefused(String path) throws IOException {
    long readingRights = 1L << 1;
    assertEquals(
        Errno.NOTCAPABLE, program.open(PREOPEN, path, 0, readingRights), "opening " + path);
    assertEquals(
        Errno.NOTCAPABLE,
        program.onPath("path_filestat_get", 2, path, PREOPEN, 1, RESULT),
        "status of " + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out/new", "../new", "a/parent/out/new", "/tmp/new", "a/../../new"})
  void nothingIsMadeOrRemovedOutside(String path) throws IOException {
    assertEquals(Errno.NOTCAPABLE, program.open(PREOPEN, path, CREATE));
    assertEquals(Errno.NOTCAPABLE, program.onPath("path_create_directory", 1, path, PREOPEN));
    assertEquals(Errno.NOTCAPABLE, program.rename("a/file", path));
    assertEquals(Errno.NOTCAPABLE, program.link("a/file", path));
    assertEquals(Errno.NOTCAPABLE, program.symlink("a", path));
    assertEquals(Errno.NOTCAPABLE, program.onPath("path_unlink_file", 1, path, PREOPEN));
    assertEquals(Errno.NOTCAPABLE, program.onPath("path_remove_directory", 1, path, PREOPEN));
    assertFalse(Files.exists(outside.resolve("new")));
    assertTrue(Files.exists(granted.resolve("a/file")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/file", "./a//file", "a/b/../file", "a/parent/a/file"})
  void waysThatStayInsideAreFollowed(String path) throws IOException {
    assertEquals("inside", program.read(program.opened(PREOPEN, path, 0), 100));
  }

  @Test
  void whatIsOutsideCannotBeRenamedIn() throws IOException {
    assertEquals(Errno.NOTCAPABLE, program.rename("out/secret", "stolen"));
    assertEquals(Errno.NOTCAPABLE, program.link("out/secret", "stolen"));
    assertTrue(Files.exists(outside.resolve("secret")));
  }

  @Test
  void anOpenedDirectoryIsASandboxOfItsOwn() throws IOException {
    int directory = program.opened(PREOPEN, "a", DIRECTORY_ONLY);
    assertEquals("inside", program.read(program.opened(directory, "file", 0), 100));
    assertEquals(Errno.NOTCAPABLE, program.open(directory, "../a/file", 0));
    assertEquals(Errno.NOTCAPABLE, program.open(directory, "parent", DIRECTORY_ONLY));
  }

  @Test
  void aDirectoryWhosePlaceALinkHasTakenIsGone() throws IOException {
    int directory = program.opened(PREOPEN, "a/b", DIRECTORY_ONLY);
    Files.delete(granted.resolve("a/b"));
    Files.createSymbolicLink(granted.resolve("a/b"), Path.of("../.."));
    assertEquals(Errno.NOENT, program.open(directory, "secret", 0));
  }

  @Test
  void anOpenDirectoryFollowsItsRenaming() throws IOException {
    int directory = program.opened(PREOPEN, "a/b", DIRECTORY_ONLY);
    assertEquals(Errno.SUCCESS, program.rename("a", "c"));
    program.opened(directory, "new", CREATE);
    assertTrue(Files.exists(granted.resolve("c/b/new")));
  }

  @Test
  void linksThatWouldLeadOutAreNotMade() throws IOException {
    assertEquals(Errno.NOTCAPABLE, program.symlink("/etc", "etc"));
    assertEquals(Errno.NOTCAPABLE, program.symlink("../secret", "s"));
    assertEquals(Errno.NOTCAPABLE, program.symlink("../../secret", "a/s"));
    assertEquals(Errno.NOTCAPABLE, program.symlink("b/../../../secret", "a/s"));
    assertEquals(Errno.SUCCESS, program.symlink("../a/file", "a/s"));
    assertEquals("inside", program.read(program.opened(PREOPEN, "a/s", 0), 100));
  }

  @Test
  void aLinkIsOpenedOnlyIfItIsFollowed() throws IOException {
    assertEquals(
        Errno.LOOP, program.onPath("path_open", 2, "upwards", PREOPEN, 0, 0, 2, 0, 0, RESULT));
    assertEquals(Errno.LOOP, program.open(PREOPEN, "loop", 0));
  }

  @Test
  void aLinkCanBeReadAndRemovedWhereverItLeads() throws IOException {
    assertEquals(
        Errno.SUCCESS, program.onPath("path_readlink", 1, "upwards", PREOPEN, 0x8000, 6, RESULT));
    assertEquals(6, program.i32(RESULT));
    assertEquals("../sec", program.text(0x8000, 6));
    assertEquals(Errno.SUCCESS, program.onPath("path_unlink_file", 1, "upwards", PREOPEN));
    assertTrue(Files.exists(outside.resolve("secret")));
  }

  @Test
  void pathsThatAreNoneAreRefused() throws IOException {
    assertEquals(Errno.NOENT, program.open(PREOPEN, "", 0));
    assertEquals(Errno.INVAL, program.open(PREOPEN, "a\0b", 0));
    assertEquals(Errno.NOTDIR, program.open(PREOPEN, "a/file/x", 0));
    assertEquals(Errno.NOTDIR, program.open(PREOPEN, "a/file/", 0));
    assertEquals(Errno.NOTDIR, program.open(PREOPEN, "a/file/../file", 0));
    assertEquals(Errno.NOENT, program.open(PREOPEN, "none/../a/file", 0));
    assertEquals(Errno.NAMETOOLONG, program.open(PREOPEN, "x".repeat(300), CREATE));
    program.memory().put(0x200, new byte[] {'a', (byte) 0xff});
    assertEquals(Errno.ILSEQ, program.call("path_open", PREOPEN, 0, 0x200, 2, 0, 2, 0, 0, RESULT));
    assertEquals(
        Errno.NAMETOOLONG, program.call("path_open", PREOPEN, 0, 0x200, 5000, 0, 2, 0, 0, RESULT));
  }
}
