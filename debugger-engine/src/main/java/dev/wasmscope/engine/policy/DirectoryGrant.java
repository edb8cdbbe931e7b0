package dev.wasmscope.engine.policy;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A directory of the host that a program may reach, with everything below it and nothing beside it.
 *
 * @param host the directory on the host
 * @param guest its name for the program, e.g. {@code data} or {@code /}
 * @param access what the program may do there
 */
public record DirectoryGrant(Path host, String guest, Access access) {

  /** What a program may do in a directory. */
  public enum Access {
    /** List, look at and read. */
    READ,
    /** Also write, create, rename and remove. */
    READ_WRITE
  }

  /** Checks that the program can name the directory. */
  public DirectoryGrant {
    if (guest.isEmpty() || guest.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "the program's name for a directory must not be empty nor hold a zero byte");
    }
  }

  /**
   * Reads {@code HOST::GUEST}, or {@code HOST} for a directory that has the same name for the
   * program.
   *
   * @throws IllegalArgumentException with a sentence if it is neither
   */
  public static DirectoryGrant parse(String text, Access access) {
    int separator = text.lastIndexOf("::");
    String host = separator < 0 ? text : text.substring(0, separator);
    String guest = separator < 0 ? text : text.substring(separator + 2);
    if (host.isEmpty() || guest.isEmpty()) {
      throw new IllegalArgumentException(
          "a directory is granted as HOST or HOST::GUEST, not as '" + text + "'");
    }
    try {
      return new DirectoryGrant(Path.of(host), guest, access);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + host + "' is no path of this machine", e);
    }
  }
}
