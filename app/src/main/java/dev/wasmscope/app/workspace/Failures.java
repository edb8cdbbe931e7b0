package dev.wasmscope.app.workspace;

import dev.wasmscope.app.text.Text;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;

/** Says in a sentence why something failed. */
public final class Failures {
  private Failures() {}

  /** Why {@code failure} happened, for people: never a class name alone. */
  public static String sentence(Throwable failure) {
    return switch (failure) {
      case NoSuchFileException missing -> Text.of("failure.missing", missing.getFile());
      case AccessDeniedException denied -> Text.of("failure.denied", denied.getFile());
      case DirectoryNotEmptyException folder -> Text.of("failure.folder", folder.getFile());
      default ->
          failure.getMessage() == null || failure.getMessage().isBlank()
              ? Text.of("failure.unknown", failure.getClass().getSimpleName())
              : failure.getMessage();
    };
  }
}
