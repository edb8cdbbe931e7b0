package dev.wasmscope.engine.wasi.abi;

/** What kind of file a descriptor or a directory entry is. */
public enum FileType {
  UNKNOWN(0),
  BLOCK_DEVICE(1),
  CHARACTER_DEVICE(2),
  DIRECTORY(3),
  REGULAR_FILE(4),
  SOCKET_DGRAM(5),
  SOCKET_STREAM(6),
  SYMBOLIC_LINK(7);

  private final int code;

  FileType(int code) {
    this.code = code;
  }

  /** What a program is told of a stream; C libraries take a character device for a terminal. */
  public static FileType ofStream(boolean terminal) {
    return terminal ? CHARACTER_DEVICE : UNKNOWN;
  }

  /** The number that the program sees. */
  public int code() {
    return code;
  }
}
