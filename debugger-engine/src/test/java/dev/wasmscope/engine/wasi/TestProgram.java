package dev.wasmscope.engine.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.policy.ClockGrant;
import dev.wasmscope.engine.policy.DirectoryGrant;
import dev.wasmscope.engine.policy.DirectoryGrant.Access;
import dev.wasmscope.engine.policy.Permissions;
import dev.wasmscope.engine.policy.RandomGrant;
import dev.wasmscope.engine.runtime.MemoryBytes;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.GuestMemory;
import dev.wasmscope.engine.wasi.abi.Rights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A program that consists of its memory and of the calls that a test makes for it. */
final class TestProgram implements AutoCloseable {
  static final int MEMORY_SIZE = 1 << 16;

  /** Where results go unless a test says otherwise. */
  static final int RESULT = 0x100;

  static final int PREOPEN = 3;
  static final long ALL_RIGHTS = Rights.FILE.or(Rights.DIRECTORY).bits();
  static final int CREATE = 1;
  static final int DIRECTORY_ONLY = 2;
  static final int EXCLUSIVE = 4;
  static final int TRUNCATE = 8;

  private static final int PATH = 0x200;
  private static final int SECOND_PATH = 0x1400;
  private static final int VECTORS = 0x2800;
  private static final int BUFFER = 0x3000;

  private final byte[] bytes = new byte[MEMORY_SIZE];
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Wasi wasi;

  private TestProgram(Permissions permissions, InputStream input) throws IOException {
    StandardStreams streams = new StandardStreams(input, output, output, Set.of(1));
    wasi = Wasi.open(new WasiConfiguration("test", List.of("a", "bß"), permissions, streams));
  }

  static Permissions nothingButTime() {
    return new Permissions(
        List.of(), Map.of(), ClockGrant.Virtual.standard(), new RandomGrant.Seeded(1));
  }

  static TestProgram with(Permissions permissions) throws IOException {
    return new TestProgram(permissions, InputStream.nullInputStream());
  }

  static TestProgram withInput(InputStream input) throws IOException {
    return new TestProgram(nothingButTime(), input);
  }

  static TestProgram withInput(String input) throws IOException {
    return withInput(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
  }

  /** A program that was granted one directory, descriptor {@link #PREOPEN}. */
  static TestProgram in(Path directory, Access access) throws IOException {
    return with(
        nothingButTime().withDirectories(List.of(new DirectoryGrant(directory, "data", access))));
  }

  Errno call(String name, long... args) {
    WasiFunction function = wasi.function(name);
    assertEquals(function.params().length(), args.length, name);
    return wasi.call(function, new WasiCall(memory(), args));
  }

  Errno run(String name, WasiCall call) {
    return wasi.call(wasi.function(name), call);
  }

  void succeed(String name, long... args) {
    assertEquals(Errno.SUCCESS, call(name, args), name);
  }

  GuestMemory memory() {
    return new GuestMemory(new MemoryBytes(ByteBuffer.wrap(bytes)));
  }

  Iterable<WasiFunction> functions() {
    return wasi.functions();
  }

  String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  int i32(int address) throws IOException {
    return memory().i32(address);
  }

  long i64(int address) throws IOException {
    return memory().i64(address);
  }

  byte[] bytes(int address, int length) {
    return Arrays.copyOfRange(bytes, address, address + length);
  }

  /** The text up to a zero byte. */
  String text(int address) {
    int end = address;
    while (bytes[end] != 0) {
      end++;
    }
    return text(address, end - address);
  }

  String text(int address, int length) {
    return new String(bytes(address, length), StandardCharsets.UTF_8);
  }

  private int put(int address, String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    memory().put(address, encoded);
    return encoded.length;
  }

  /** A call whose path is at the given position of its arguments, which are then two more. */
  Errno onPath(String name, int position, String path, long... others) throws IOException {
    int length = put(PATH, path);
    long[] args = new long[others.length + 2];
    System.arraycopy(others, 0, args, 0, position);
    args[position] = PATH;
    args[position + 1] = length;
    System.arraycopy(others, position, args, position + 2, others.length - position);
    return call(name, args);
  }

  Errno open(int directory, String path, int openFlags) throws IOException {
    return open(
        directory, path, openFlags, ALL_RIGHTS & (openFlags == DIRECTORY_ONLY ? ~64L : -1L));
  }

  Errno open(int directory, String path, int openFlags, long rights) throws IOException {
    return onPath("path_open", 2, path, directory, 1, openFlags, rights, ALL_RIGHTS, 0, RESULT);
  }

  /** Opens what must be there, or is made, and returns its descriptor. */
  int opened(int directory, String path, int openFlags) throws IOException {
    assertEquals(Errno.SUCCESS, open(directory, path, openFlags), path);
    return i32(RESULT);
  }

  Errno rename(String from, String to) throws IOException {
    int fromLength = put(PATH, from);
    int toLength = put(SECOND_PATH, to);
    return call("path_rename", PREOPEN, PATH, fromLength, PREOPEN, SECOND_PATH, toLength);
  }

  Errno link(String from, String to) throws IOException {
    int fromLength = put(PATH, from);
    int toLength = put(SECOND_PATH, to);
    return call("path_link", PREOPEN, 0, PATH, fromLength, PREOPEN, SECOND_PATH, toLength);
  }

  Errno symlink(String target, String path) throws IOException {
    int targetLength = put(PATH, target);
    int pathLength = put(SECOND_PATH, path);
    return call("path_symlink", PATH, targetLength, PREOPEN, SECOND_PATH, pathLength);
  }

  Errno write(int descriptor, String text) throws IOException {
    int length = put(BUFFER, text);
    memory().putI32(VECTORS, BUFFER);
    memory().putI32(VECTORS + 4, length);
    return call("fd_write", descriptor, VECTORS, 1, RESULT);
  }

  /** Reads at most so many bytes. */
  String read(int descriptor, int length) throws IOException {
    memory().putI32(VECTORS, BUFFER);
    memory().putI32(VECTORS + 4, length);
    succeed("fd_read", descriptor, VECTORS, 1, RESULT);
    return text(BUFFER, i32(RESULT));
  }

  @Override
  public void close() throws IOException {
    wasi.close();
  }
}
