package dev.wasmscope.profile.io;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a profile, unpacked when they are gzip, never more of them than the memory of this
 * process can hold as a profile.
 */
final class ProfileSource {
  private static final int PEEK = 4096;
  private static final int MEMORY_PER_BYTE = 6;

  private final String name;
  private final Limited stream;
  private final BufferedInputStream buffered;

  private ProfileSource(String name, Limited stream) {
    this.name = name;
    this.stream = stream;
    this.buffered = new BufferedInputStream(stream, 1 << 16);
  }

  /** The profile in {@code in}, which messages call {@code name}. */
  static ProfileSource open(String name, InputStream in) throws ProfileReadException {
    return open(name, in, Runtime.getRuntime().maxMemory() / MEMORY_PER_BYTE);
  }

  static ProfileSource open(String name, InputStream in, long mostBytes)
      throws ProfileReadException {
    BufferedInputStream packed = new BufferedInputStream(in, 1 << 16);
    try {
      packed.mark(2);
      boolean gzip = packed.read() == 0x1f && packed.read() == 0x8b;
      packed.reset();
      InputStream plain = gzip ? new GZIPInputStream(packed, 1 << 16) : packed;
      return new ProfileSource(name, new Limited(name, plain, mostBytes));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static ProfileReadException unreadable(String name, IOException e) {
    return new ProfileReadException(
        name,
        "",
        "the file cannot be read or unpacked: " + e.getMessage(),
        "Check that it is complete and that you may read it");
  }

  /** The name that messages use. */
  String name() {
    return name;
  }

  /** The unpacked bytes. */
  InputStream stream() {
    return buffered;
  }

  /** What stopped the stream, when it was not the end of the file. */
  Optional<ProfileReadException> failure() {
    return Optional.ofNullable(stream.failure);
  }

  /** The first bytes, which stay in the stream; fewer when the file is shorter. */
  byte[] peek() throws ProfileReadException {
    try {
      buffered.mark(PEEK);
      byte[] start = buffered.readNBytes(PEEK);
      buffered.reset();
      return start;
    } catch (IOException e) {
      throw failure().orElseGet(() -> unreadable(name, e));
    }
  }

  /** An error in this file. */
  ProfileReadException error(String place, String problem, String remedy) {
    return new ProfileReadException(name, place, problem, remedy);
  }

  /** Remembers why it stopped, since parsers hide the cause of an interrupted stream. */
  private static final class Limited extends FilterInputStream {
    private final String name;
    private long left;
    private ProfileReadException failure;

    Limited(String name, InputStream in, long most) {
      super(in);
      this.name = name;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        int count = in.read(bytes, from, length);
        left -= Math.max(count, 0);
        if (left >= 0) {
          return count;
        }
        failure =
            new ProfileReadException(
                name,
                "",
                "the profile is too large for the memory of this process",
                "Start with more memory (java -Xmx), or record a shorter profile");
      } catch (IOException e) {
        failure = unreadable(name, e);
      }
      throw failure;
    }
  }
}
