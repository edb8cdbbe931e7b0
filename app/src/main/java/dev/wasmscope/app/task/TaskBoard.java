package dev.wasmscope.app.task;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The jobs under way, oldest first. Changes on the window's thread only. */
public final class TaskBoard {
  private final ObservableList<TaskEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<TaskEntry> view = FXCollections.unmodifiableObservableList(entries);

  /** The jobs under way; read only. */
  public ObservableList<TaskEntry> entries() {
    return view;
  }

  void add(TaskEntry entry) {
    entries.add(entry);
  }

  void remove(TaskEntry entry) {
    entries.remove(entry);
  }
}
