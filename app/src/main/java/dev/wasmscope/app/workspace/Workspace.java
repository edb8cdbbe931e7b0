package dev.wasmscope.app.workspace;

import dev.wasmscope.app.dialog.Dialogs;
import dev.wasmscope.app.dialog.Dialogs.FileKind;
import dev.wasmscope.app.settings.SettingsModel;
import dev.wasmscope.app.task.Job;
import dev.wasmscope.app.task.TaskRunner;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.wasm.module.ByteSlice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The open documents and what can be done with them. */
public final class Workspace {
  /** Turns the bytes of a binary module into text; done in the background. */
  @FunctionalInterface
  public interface BinaryPrinter {
    /**
     * The text of the module in {@code bytes}.
     *
     * @throws IOException when the bytes are no module; the message is for people
     */
    String print(ByteSlice bytes) throws IOException;
  }

  private final SettingsModel settings;
  private final TaskRunner tasks;
  private final Dialogs dialogs;
  private final BinaryPrinter printer;
  private final ObservableList<Document> documents = FXCollections.observableArrayList();
  private final ObjectProperty<Document> active = new SimpleObjectProperty<>();
  private final ObjectProperty<Path> folder = new SimpleObjectProperty<>();
  private int untitled;
  private boolean folderChosen;

  /** An empty workspace. */
  public Workspace(
      SettingsModel settings, TaskRunner tasks, Dialogs dialogs, BinaryPrinter printer) {
    this.settings = settings;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.printer = printer;
    active.subscribe(this::followFolder);
  }

  /** As long as nobody chose a folder, the explorer shows that of the document in front. */
  private void followFolder(Document document) {
    if (document != null && !folderChosen) {
      document.file().map(Path::getParent).ifPresent(folder::set);
    }
  }

  /** The open documents in the order of their tabs. */
  public ObservableList<Document> documents() {
    return documents;
  }

  /** The document in front; null when there is none. */
  public ObjectProperty<Document> active() {
    return active;
  }

  /** The folder the explorer shows; null when there is none. */
  public ObjectProperty<Path> folder() {
    return folder;
  }

  /** Opens a new WAT document. */
  public Document create() {
    untitled++;
    Document document =
        Document.untitled(Text.of("document.untitled", untitled), Text.of("document.template"));
    add(document);
    return document;
  }

  /** Opens a new WAT document named {@code name} with {@code text} in it, not saved anywhere. */
  public Document createFrom(String name, String text) {
    Document document = Document.untitled(name, text);
    add(document);
    return document;
  }

  /** Asks for a file and opens it. */
  public void chooseAndOpen() {
    dialogs
        .openFile(Text.of("command.file.open"), List.of(Kinds.modules(), Kinds.any()))
        .ifPresent(this::open);
  }

  /** Asks for a folder and shows it in the explorer. */
  public void chooseFolder() {
    dialogs.openFolder(Text.of("command.file.openFolder")).ifPresent(this::showFolder);
  }

  /** Shows {@code chosen} in the explorer from now on. */
  private void showFolder(Path chosen) {
    folderChosen = true;
    folder.set(chosen);
  }

  /** Opens {@code path}, or brings it to the front when it is open. */
  public void open(Path path) {
    open(path, document -> {});
  }

  /** Opens {@code path}, or brings it to the front, and then calls {@code then} with it. */
  public void open(Path path, Consumer<Document> then) {
    Path file = path.toAbsolutePath().normalize();
    if (Files.isDirectory(file)) {
      showFolder(file);
      return;
    }
    Optional<Document> already = find(file);
    if (already.isPresent()) {
      active.set(already.get());
      then.accept(already.get());
      return;
    }
    tasks.start(
        new Job<>(
            Text.of("task.opening", file.getFileName()),
            progress -> read(file),
            document -> opened(file, document, then),
            failure -> notOpened(file, failure)));
  }

  private void opened(Path file, Document read, Consumer<Document> then) {
    Document document = find(file).orElse(read);
    if (document == read) {
      add(read);
    } else {
      active.set(document);
    }
    settings.change(s -> s.withRecent(file.toString()));
    then.accept(document);
  }

  private void notOpened(Path file, Exception failure) {
    settings.change(s -> s.withoutRecent(file.toString()));
    dialogs.error(Text.of("error.open", file.getFileName()), Failures.sentence(failure));
  }

  private Document read(Path file) throws IOException {
    if (DocumentKind.of(file) == DocumentKind.WASM) {
      ByteSlice bytes = ByteSlice.of(Files.readAllBytes(file));
      return Document.ofBinary(file, bytes, printer.print(bytes));
    }
    return Document.ofText(file, FileStore.readText(file));
  }

  /** The open document over {@code path}. */
  public Optional<Document> find(Path path) {
    Path file = path.toAbsolutePath().normalize();
    return documents.stream()
        .filter(d -> d.file().filter(p -> p.toAbsolutePath().normalize().equals(file)).isPresent())
        .findFirst();
  }

  /** Saves {@code document}, asking where when it has no file; {@code then} runs when saved. */
  public void save(Document document, Runnable then) {
    if (document.file().isPresent() && document.isEditable()) {
      write(document, document.file().get(), then);
    } else {
      saveAs(document, then);
    }
  }

  /** Asks where to save {@code document} and does. */
  public void saveAs(Document document, Runnable then) {
    String name = document.name().get();
    String suggested = name.endsWith(".wasm") ? name.substring(0, name.length() - 1) + "t" : name;
    dialogs
        .saveFile(Text.of("command.file.saveAs"), suggested, List.of(Kinds.wat(), Kinds.any()))
        .ifPresent(file -> write(document, file, then));
  }

  private void write(Document document, Path file, Runnable then) {
    String text = document.text().get();
    tasks.start(
        new Job<>(
            Text.of("task.saving", file.getFileName()),
            progress -> {
              FileStore.writeText(file, text);
              return file;
            },
            written -> {
              if (document.isEditable()) {
                document.savedAs(written, text);
              }
              settings.change(s -> s.withRecent(written.toAbsolutePath().toString()));
              then.run();
            },
            failure ->
                dialogs.error(
                    Text.of("error.save", file.getFileName()), Failures.sentence(failure))));
  }

  /** Closes {@code document} after asking about unsaved changes; says whether it closed now. */
  public boolean close(Document document) {
    if (document.dirty().get()) {
      switch (dialogs.unsaved(document.name().get())) {
        case SAVE -> {
          save(document, () -> remove(document));
          return false;
        }
        case CANCEL -> {
          return false;
        }
        case DISCARD -> {}
      }
    }
    remove(document);
    return true;
  }

  /** Asks about every unsaved document; says whether the window may close. */
  public boolean mayQuit() {
    for (Document document : List.copyOf(documents)) {
      if (document.dirty().get()) {
        active.set(document);
        if (!close(document)) {
          return false;
        }
      }
    }
    return true;
  }

  private void add(Document document) {
    documents.add(document);
    active.set(document);
  }

  private void remove(Document document) {
    int index = documents.indexOf(document);
    documents.remove(document);
    if (active.get() == document) {
      active.set(documents.isEmpty() ? null : documents.get(Math.max(0, index - 1)));
    }
  }

  /** The kinds of files choosers offer. */
  private static final class Kinds {
    static FileKind modules() {
      return new FileKind(
          Text.of("kind.modules"), List.of("*.wat", "*.wasm", "*.wast", "*.coredump"));
    }

    static FileKind wat() {
      return new FileKind(Text.of("kind.watFile"), List.of("*.wat"));
    }

    static FileKind any() {
      return new FileKind(Text.of("kind.any"), List.of("*"));
    }
  }
}
