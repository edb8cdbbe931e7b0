package dev.wasmscope.app.debugger;

import java.util.List;
import javafx.collections.ObservableList;

/** Puts new rows into a list that is shown. */
final class Rows {
  private Rows() {}

  /** Puts {@code now} into {@code shown}, leaving alone what is there already: rows are costly. */
  static <T> void replace(ObservableList<T> shown, List<T> now) {
    if (shown.size() != now.size()) {
      shown.setAll(now);
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!shown.get(i).equals(now.get(i))) {
        shown.set(i, now.get(i));
      }
    }
  }
}
