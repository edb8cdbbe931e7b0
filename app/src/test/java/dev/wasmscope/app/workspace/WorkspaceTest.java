package dev.wasmscope.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.app.Answers;
import dev.wasmscope.app.dialog.Dialogs;
import dev.wasmscope.app.settings.Settings;
import dev.wasmscope.app.settings.SettingsModel;
import dev.wasmscope.app.task.TaskBoard;
import dev.wasmscope.app.task.TaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir Path folder;

  private final Answers answers = new Answers();
  private final SettingsModel settings = new SettingsModel(Settings.defaults(), s -> {});
  private final Workspace workspace =
      new Workspace(
          settings,
          new TaskRunner(Runnable::run, Runnable::run, new TaskBoard()),
          answers,
          bytes -> "(module) ;; " + bytes.length());

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aFileIsOpenedOnceAndRemembered() throws IOException {
    Path path = file("a.wat", "(module)");
    workspace.open(path);
    workspace.open(path);
    assertEquals(1, workspace.documents().size());
    assertEquals("(module)", workspace.active().get().text().get());
    assertEquals(List.of(path.toString()), settings.get().recent());
    assertEquals(folder, workspace.folder().get());
  }

  @Test
  void aBinaryIsShownAsTextAndNotEdited() throws IOException {
    Path path = Files.write(folder.resolve("m.wasm"), new byte[] {0, 'a', 's', 'm'});
    workspace.open(path);
    Document document = workspace.active().get();
    assertEquals("(module) ;; 4", document.text().get());
    assertFalse(document.isEditable());
  }

  @Test
  void aMissingFileAndBytesThatAreNoTextAreSentences() throws IOException {
    workspace.open(folder.resolve("gone.wat"));
    Files.write(folder.resolve("bad.wat"), new byte[] {(byte) 0xFF, 0});
    workspace.open(folder.resolve("bad.wat"));
    assertEquals(2, answers.errors.size());
    assertTrue(answers.errors.get(0).contains("There is no file"), answers.errors.toString());
    assertTrue(answers.errors.get(1).contains("not UTF-8"), answers.errors.toString());
    assertTrue(workspace.documents().isEmpty());
  }

  @Test
  void savingWritesTheWholeTextAndLeavesNothingBeside() throws IOException {
    Path path = file("a.wat", "old");
    workspace.open(path);
    Document document = workspace.active().get();
    document.text().set("new \u00e9");
    assertTrue(document.dirty().get());
    workspace.save(document, () -> {});
    assertFalse(document.dirty().get());
    assertEquals("new \u00e9", Files.readString(path));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(path), files.toList());
    }
  }

  @Test
  void closingAsksAboutUnsavedChanges() throws IOException {
    workspace.open(file("a.wat", "old"));
    Document document = workspace.active().get();
    document.text().set("new");
    answers.unsaved = Dialogs.Unsaved.CANCEL;
    assertFalse(workspace.close(document));
    assertFalse(workspace.mayQuit());
    answers.unsaved = Dialogs.Unsaved.SAVE;
    workspace.close(document);
    assertEquals("new", Files.readString(folder.resolve("a.wat")));
    assertNull(workspace.active().get());
  }

  @Test
  void aNewDocumentAsksWhereToBeSaved() throws IOException {
    Document document = workspace.create();
    answers.saveTo = folder.resolve("chosen.wat");
    workspace.save(document, () -> {});
    assertEquals("chosen.wat", document.name().get());
    assertEquals(document.text().get(), Files.readString(folder.resolve("chosen.wat")));
  }
}
