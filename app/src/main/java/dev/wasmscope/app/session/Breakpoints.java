package dev.wasmscope.app.session;

import dev.wasmscope.app.workspace.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The breakpoints of all documents; the window's one list of them. */
public final class Breakpoints {
  private final Map<String, ObservableList<Breakpoint>> byDocument = new HashMap<>();
  private int lastId;

  /** The breakpoints of {@code document}, to be observed; changed through this object only. */
  public ObservableList<Breakpoint> of(Document document) {
    return of(document.key());
  }

  private ObservableList<Breakpoint> of(String key) {
    return byDocument.computeIfAbsent(key, _ -> FXCollections.observableArrayList());
  }

  /** The breakpoint of {@code document} at {@code line}, from 0. */
  public Optional<Breakpoint> at(Document document, int line) {
    return of(document).stream().filter(b -> b.line() == line).findFirst();
  }

  /** Sets a breakpoint at {@code line}, or removes the one that is there. */
  public void toggle(Document document, int line) {
    Optional<Breakpoint> there = at(document, line);
    if (there.isPresent()) {
      of(document).remove(there.get());
    } else {
      add(document, line);
    }
  }

  /** Sets a breakpoint at {@code line}. */
  public Breakpoint add(Document document, int line) {
    lastId++;
    Breakpoint breakpoint =
        Breakpoint.at(lastId, line, title(document, line), lineText(document, line));
    of(document).add(breakpoint);
    return breakpoint;
  }

  private static String title(Document document, int line) {
    return document.name().get() + ":" + (line + 1);
  }

  private static String lineText(Document document, int line) {
    return document.text().get().lines().skip(line).findFirst().orElse("").strip();
  }

  /** Replaces the breakpoint {@code id} of {@code document} by what {@code change} makes of it. */
  public void change(Document document, int id, UnaryOperator<Breakpoint> change) {
    ObservableList<Breakpoint> list = of(document);
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).id() == id) {
        Breakpoint changed = change.apply(list.get(i));
        if (!changed.equals(list.get(i))) {
          list.set(i, changed);
        }
      }
    }
  }

  /** Removes the breakpoint {@code id} of {@code document}. */
  public void remove(Document document, int id) {
    of(document).removeIf(b -> b.id() == id);
  }

  /** Removes all breakpoints of {@code document}. */
  public void clear(Document document) {
    of(document).clear();
  }

  /** Replaces all breakpoints of {@code document}; they get new ids. */
  public void replace(Document document, List<Breakpoint> breakpoints) {
    List<Breakpoint> fresh = new ArrayList<>();
    for (Breakpoint b : breakpoints) {
      lastId++;
      fresh.add(b.named(lastId, b.line() >= 0 ? title(document, b.line()) : b.title()));
    }
    of(document).setAll(fresh);
  }

  /**
   * Lines were inserted or removed: moves the breakpoints below, drops those inside what is gone.
   *
   * @param line first line changed, from 0
   * @param removed how many line ends were removed there
   * @param added how many line ends were added there
   */
  public void shift(Document document, int line, int removed, int added) {
    if (removed == added) {
      return;
    }
    List<Breakpoint> moved = new ArrayList<>();
    for (Breakpoint b : of(document)) {
      if (b.line() <= line) {
        moved.add(b);
      } else if (b.line() > line + removed) {
        int target = b.line() + added - removed;
        moved.add(b.movedTo(target, title(document, target)));
      } else if (removed < added || b.line() > line + removed) {
        moved.add(b);
      }
    }
    if (!moved.equals(of(document))) {
      of(document).setAll(moved);
    }
  }
}
