package dev.wasmscope.profile.io;

import java.io.IOException;

/**
 * A file that cannot be read as a profile. The message is a sentence for people: file, place, what
 * was expected and found, and what to do.
 */
public final class ProfileReadException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String place;
  private final String problem;
  private final String remedy;

  /**
   * A problem in a file.
   *
   * @param file name of the file
   * @param place where in it, such as {@code line 3, column 7, threads[0].samples.stack}; empty for
   *     the file as a whole
   * @param problem what was expected and what was found
   * @param remedy what the reader of the message can do
   */
  public ProfileReadException(String file, String place, String problem, String remedy) {
    super(file + (place.isEmpty() ? "" : ": " + place) + ": " + problem + ". " + remedy);
    this.file = file;
    this.place = place;
    this.problem = problem;
    this.remedy = remedy;
  }

  /** Name of the file. */
  public String file() {
    return file;
  }

  /** Where in the file; empty for the file as a whole. */
  public String place() {
    return place;
  }

  /** What was expected and what was found. */
  public String problem() {
    return problem;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
