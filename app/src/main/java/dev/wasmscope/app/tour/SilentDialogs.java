package dev.wasmscope.app.tour;

import dev.wasmscope.app.dialog.Dialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Answers for nobody: discards, cancels, and reports failures as failures of the tour. */
final class SilentDialogs implements Dialogs {
  @Override
  public Optional<Path> openFile(String title, List<FileKind> kinds) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> openFolder(String title) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds) {
    return Optional.empty();
  }

  @Override
  public Unsaved unsaved(String name) {
    return Unsaved.DISCARD;
  }

  @Override
  public Optional<String> line(String title, String prompt, String initial) {
    return Optional.empty();
  }

  @Override
  public boolean confirm(String title, String message, String yes) {
    return false;
  }

  @Override
  public void error(String what, String why) {
    System.err.println(what + ": " + why);
  }

  @Override
  public void inform(String title, String message) {
    System.err.println(title + ": " + message);
  }
}
