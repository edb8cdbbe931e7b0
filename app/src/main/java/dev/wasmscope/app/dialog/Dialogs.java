package dev.wasmscope.app.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks and tells. All methods are called on the window's thread and return after the answer. */
public interface Dialogs {
  /** What to do with unsaved changes. */
  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }

  /**
   * A kind of file a chooser offers.
   *
   * @param description in words
   * @param patterns such as {@code *.wat}
   */
  record FileKind(String description, List<String> patterns) {
    /** Copies the patterns. */
    public FileKind {
      patterns = List.copyOf(patterns);
    }
  }

  /** Asks for a file to open. */
  Optional<Path> openFile(String title, List<FileKind> kinds);

  /** Asks for a folder. */
  Optional<Path> openFolder(String title);

  /** Asks where to save; {@code suggestedName} is the proposed file name. */
  Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds);

  /** Asks what to do with the unsaved changes of {@code name}. */
  Unsaved unsaved(String name);

  /** Asks for one line of text. */
  Optional<String> line(String title, String prompt, String initial);

  /** Asks whether to go on; false unless answered yes. */
  boolean confirm(String title, String message, String yes);

  /** Says that something went wrong: what, why and what to do. */
  void error(String what, String why);

  /** Says something worth knowing. */
  void inform(String title, String message);
}
