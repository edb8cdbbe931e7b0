package dev.wasmscope.app;

import dev.wasmscope.app.dialog.Dialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Dialogs that answer as a test says, and remember what they were told. */
public final class Answers implements Dialogs {
  /** What and why of every error. */
  public final List<String> errors = new CopyOnWriteArrayList<>();

  /** The answer to unsaved changes. */
  public volatile Unsaved unsaved = Unsaved.DISCARD;

  /** Where to save; null for nowhere. */
  public volatile Path saveTo;

  /** What to open; null for nothing. */
  public volatile Path open;

  @Override
  public Optional<Path> openFile(String title, List<FileKind> kinds) {
    return Optional.ofNullable(open);
  }

  @Override
  public Optional<Path> openFolder(String title) {
    return Optional.ofNullable(open);
  }

  @Override
  public Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds) {
    return Optional.ofNullable(saveTo);
  }

  @Override
  public Unsaved unsaved(String name) {
    return unsaved;
  }

  @Override
  public Optional<String> line(String title, String prompt, String initial) {
    return Optional.empty();
  }

  @Override
  public boolean confirm(String title, String message, String yes) {
    return true;
  }

  @Override
  public void error(String what, String why) {
    errors.add(what + ": " + why);
  }

  @Override
  public void inform(String title, String message) {
    errors.add(title + ": " + message);
  }
}
