package dev.wasmscope.app.editor;

import dev.wasmscope.app.analysis.Problem;
import dev.wasmscope.app.analysis.StyledToken;
import dev.wasmscope.app.workspace.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** One document's editing state: what its view shows and where its caret is. Lines count from 0. */
public final class EditorModel {
  private final Document document;
  private final IntConsumer toggleBreakpoint;
  private final ObjectProperty<List<StyledToken>> tokens = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
  private final ObservableMap<Integer, GutterMark> marks = FXCollections.observableHashMap();
  private final ObjectProperty<Execution> execution = new SimpleObjectProperty<>();
  private final ObservableList<InlineNote> notes = FXCollections.observableArrayList();
  private final IntegerProperty caretLine = new SimpleIntegerProperty();
  private final IntegerProperty caretColumn = new SimpleIntegerProperty();

  /**
   * A model of {@code document}.
   *
   * @param toggleBreakpoint told the line whose gutter was clicked
   */
  public EditorModel(Document document, IntConsumer toggleBreakpoint) {
    this.document = document;
    this.toggleBreakpoint = toggleBreakpoint;
  }

  /** The document edited. */
  public Document document() {
    return document;
  }

  /** The coloured runs of the text, ascending, without overlap. */
  public ObjectProperty<List<StyledToken>> tokens() {
    return tokens;
  }

  /** What is wrong with the text. */
  public ObjectProperty<List<Problem>> problems() {
    return problems;
  }

  /** The breakpoints in the gutter by line. */
  public ObservableMap<Integer, GutterMark> marks() {
    return marks;
  }

  /** Where the program stands in this document; null when it does not. */
  public ObjectProperty<Execution> execution() {
    return execution;
  }

  /** The remarks behind lines. */
  public ObservableList<InlineNote> notes() {
    return notes;
  }

  /** The caret's line. */
  public IntegerProperty caretLine() {
    return caretLine;
  }

  /** The caret's column, from 0. */
  public IntegerProperty caretColumn() {
    return caretColumn;
  }

  /** Sets or removes the breakpoint of {@code line}. */
  public void toggleBreakpoint(int line) {
    toggleBreakpoint.accept(line);
  }

  /** The mark of {@code line}. */
  public GutterMark mark(int line) {
    return marks.getOrDefault(line, GutterMark.NONE);
  }

  /** The first problem that covers the character at {@code index}. */
  public Optional<Problem> problemAt(int index) {
    return problems.get().stream()
        .filter(p -> p.start() <= index && index < Math.max(p.end(), p.start() + 1))
        .findFirst();
  }
}
