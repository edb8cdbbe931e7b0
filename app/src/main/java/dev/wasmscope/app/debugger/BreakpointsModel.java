package dev.wasmscope.app.debugger;

import dev.wasmscope.app.session.Breakpoint;
import dev.wasmscope.app.session.Breakpoints;
import dev.wasmscope.app.workspace.Document;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The breakpoints of the document in front, to be looked at and edited. */
public final class BreakpointsModel {
  private final Breakpoints breakpoints;
  private final BiConsumer<Document, Integer> goTo;
  private final ObservableList<Breakpoint> rows = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ListChangeListener<Breakpoint> listener = change -> show();
  private Document document;

  /**
   * A model that follows {@code inFront}, null for no document.
   *
   * @param goTo shows a line, from 0, of a document
   */
  public BreakpointsModel(
      Breakpoints breakpoints,
      ObservableValue<Document> inFront,
      BiConsumer<Document, Integer> goTo) {
    this.breakpoints = breakpoints;
    this.goTo = goTo;
    inFront.subscribe(this::follow);
  }

  private void follow(Document next) {
    if (next == null) {
      return;
    }
    if (document != null) {
      breakpoints.of(document).removeListener(listener);
    }
    document = next;
    breakpoints.of(document).addListener(listener);
    show();
  }

  private void show() {
    List<Breakpoint> sorted =
        breakpoints.of(document).stream()
            .sorted(Comparator.comparingInt(Breakpoint::line))
            .toList();
    rows.setAll(sorted);
    count.set(sorted.size());
  }

  /** The breakpoints by line. */
  public ObservableList<Breakpoint> rows() {
    return rows;
  }

  /** How many there are. */
  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  /** Replaces {@code breakpoint} by what {@code change} makes of it. */
  public void change(Breakpoint breakpoint, UnaryOperator<Breakpoint> change) {
    breakpoints.change(document, breakpoint.id(), change);
  }

  /** Removes {@code breakpoint}. */
  public void remove(Breakpoint breakpoint) {
    breakpoints.remove(document, breakpoint.id());
  }

  /** Shows the line of {@code breakpoint}. */
  public void goTo(Breakpoint breakpoint) {
    if (breakpoint.line() >= 0) {
      goTo.accept(document, breakpoint.line());
    }
  }
}
