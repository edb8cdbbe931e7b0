package dev.wasmscope.app.workspace;

import dev.wasmscope.wasm.module.ByteSlice;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One open file, or one that has no file yet. */
public final class Document {
  private final DocumentKind kind;
  private final ByteSlice bytes;
  private final ReadOnlyObjectWrapper<Path> path = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper savedText = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();

  private Document(DocumentKind kind, Path path, String name, ByteSlice bytes, String text) {
    this.kind = kind;
    this.bytes = bytes;
    this.path.set(path);
    this.name.set(name);
    this.text.set(text);
    this.savedText.set(text);
    dirty.bind(Bindings.createBooleanBinding(this::differs, this.text, savedText));
  }

  private boolean differs() {
    return kind != DocumentKind.WASM && !text.get().equals(savedText.get());
  }

  /** A document of text read from {@code path}. */
  public static Document ofText(Path path, String text) {
    return new Document(
        DocumentKind.of(path), path, path.getFileName().toString(), ByteSlice.EMPTY, text);
  }

  /** A binary module read from {@code path} and its printed text. */
  public static Document ofBinary(Path path, ByteSlice bytes, String printed) {
    return new Document(DocumentKind.WASM, path, path.getFileName().toString(), bytes, printed);
  }

  /** A new WAT document without a file. */
  public static Document untitled(String name, String text) {
    Document document = new Document(DocumentKind.WAT, null, name, ByteSlice.EMPTY, "");
    document.text.set(text);
    return document;
  }

  /** What this document is. */
  public DocumentKind kind() {
    return kind;
  }

  /** Whether its text can be changed. */
  public boolean isEditable() {
    return kind != DocumentKind.WASM;
  }

  /** The bytes of a binary module; empty for text. */
  public ByteSlice bytes() {
    return bytes;
  }

  /** Its file, when it has one. */
  public Optional<Path> file() {
    return Optional.ofNullable(path.get());
  }

  /** Its file, null when it has none; observable. */
  public ReadOnlyObjectProperty<Path> path() {
    return path.getReadOnlyProperty();
  }

  /** Its name as shown on its tab. */
  public ReadOnlyStringProperty name() {
    return name.getReadOnlyProperty();
  }

  /** Its text: what the editor edits. */
  public StringProperty text() {
    return text;
  }

  /** Whether it has changes that are not saved. */
  public ReadOnlyBooleanProperty dirty() {
    return dirty.getReadOnlyProperty();
  }

  /** The key under which settings and breakpoints remember this document. */
  public String key() {
    return file().map(p -> p.toAbsolutePath().normalize().toString()).orElse(name.get());
  }

  void savedAs(Path file, String written) {
    path.set(file);
    name.set(file.getFileName().toString());
    savedText.set(written);
  }

  @Override
  public String toString() {
    return "Document " + name.get();
  }
}
