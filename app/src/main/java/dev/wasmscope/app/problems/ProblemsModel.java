package dev.wasmscope.app.problems;

import dev.wasmscope.app.analysis.Problem;
import dev.wasmscope.app.workspace.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All problems of all open documents. */
public final class ProblemsModel {
  /**
   * A problem and its document.
   *
   * @param document where it is
   * @param problem what it is
   */
  public record Row(Document document, Problem problem) {}

  private final Map<Document, List<Problem>> byDocument = new LinkedHashMap<>();
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObservableList<Row> view = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyIntegerWrapper errors = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper warnings = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
  private final BiConsumer<Document, Problem> open;
  private final BiConsumer<Document, Problem> fix;

  /**
   * A model without problems.
   *
   * @param open shows a problem's place in its document
   * @param fix does what a problem's fix says
   */
  public ProblemsModel(BiConsumer<Document, Problem> open, BiConsumer<Document, Problem> fix) {
    this.open = open;
    this.fix = fix;
  }

  /** Replaces the problems of {@code document}; an empty list forgets it. */
  public void set(Document document, List<Problem> problems) {
    if (problems.isEmpty()) {
      byDocument.remove(document);
    } else {
      byDocument.put(document, problems);
    }
    List<Row> all = new ArrayList<>();
    byDocument.forEach((d, list) -> list.forEach(p -> all.add(new Row(d, p))));
    rows.setAll(all);
    errors.set((int) all.stream().filter(r -> r.problem().error()).count());
    warnings.set(all.size() - errors.get());
    total.set(all.size());
  }

  /** All problems in the order of documents and lines. */
  public ObservableList<Row> rows() {
    return view;
  }

  /** The number of problems. */
  public ReadOnlyIntegerProperty total() {
    return total.getReadOnlyProperty();
  }

  /** The number of errors. */
  public ReadOnlyIntegerProperty errors() {
    return errors.getReadOnlyProperty();
  }

  /** The number of problems that are no errors. */
  public ReadOnlyIntegerProperty warnings() {
    return warnings.getReadOnlyProperty();
  }

  /** Does what the fix of {@code row} says. */
  public void fix(Row row) {
    fix.accept(row.document(), row.problem());
  }

  /** Shows the place of {@code row}. */
  public void open(Row row) {
    open.accept(row.document(), row.problem());
  }
}
