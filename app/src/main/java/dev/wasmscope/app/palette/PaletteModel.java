package dev.wasmscope.app.palette;

import dev.wasmscope.app.command.FuzzyMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the palette offers for the letters typed, best first. */
public final class PaletteModel {
  /**
   * An item and the letters of its title that were typed.
   *
   * @param item what is offered
   * @param match where the letters are
   */
  public record Hit(PaletteItem item, FuzzyMatch match) {}

  private static final int MOST_HITS = 200;

  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("");
  private final ObservableList<Hit> hits = FXCollections.observableArrayList();
  private List<PaletteItem> items = List.of();

  /** An empty palette. */
  public PaletteModel() {
    query.subscribe(text -> search());
  }

  /** Offers {@code newItems}; {@code newPrompt} tells what to type. */
  public void offer(String newPrompt, List<PaletteItem> newItems) {
    items = List.copyOf(newItems);
    prompt.set(newPrompt);
    query.set("");
    search();
  }

  private void search() {
    List<Hit> found = new ArrayList<>();
    for (PaletteItem item : items) {
      Optional<FuzzyMatch> match = FuzzyMatch.of(query.get(), item.title());
      match.ifPresent(m -> found.add(new Hit(item, m)));
    }
    if (!query.get().isBlank()) {
      found.sort(
          Comparator.comparingInt((Hit h) -> -h.match().score())
              .thenComparingInt(h -> h.item().title().length()));
    }
    found.sort(Comparator.comparing(h -> !h.item().enabled()));
    hits.setAll(found.subList(0, Math.min(found.size(), MOST_HITS)));
  }

  /** The letters typed. */
  public StringProperty query() {
    return query;
  }

  /** What to type, in words. */
  public ReadOnlyStringProperty prompt() {
    return prompt.getReadOnlyProperty();
  }

  /** What is offered, best first, things that cannot be done now last. */
  public ObservableList<Hit> hits() {
    return hits;
  }
}
