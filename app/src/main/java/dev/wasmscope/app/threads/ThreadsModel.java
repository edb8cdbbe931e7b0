package dev.wasmscope.app.threads;

import dev.wasmscope.app.analysis.FunctionNames;
import dev.wasmscope.app.session.Halt;
import dev.wasmscope.engine.debug.ThreadSnapshot;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The threads of the halted program; none while it runs. */
public final class ThreadsModel {
  private final IntConsumer select;
  private final ObservableList<ThreadRow> rows = FXCollections.observableArrayList();

  /**
   * A model that follows {@code halt}, null while the program does not stand.
   *
   * @param select looks at the thread with a number
   */
  public ThreadsModel(ObservableValue<Halt> halt, IntConsumer select) {
    this.select = select;
    halt.subscribe(this::follow);
  }

  private void follow(Halt halt) {
    List<ThreadRow> now =
        halt == null
            ? List.of()
            : halt.threads().stream().map(thread -> row(thread, halt.thread())).toList();
    if (!rows.equals(now)) {
      rows.setAll(now);
    }
  }

  private static ThreadRow row(ThreadSnapshot thread, int shown) {
    ThreadRow.Kind kind =
        thread.id() == shown
            ? ThreadRow.Kind.SHOWN
            : !thread.hasFrames()
                ? ThreadRow.Kind.EMPTY
                : thread.blocked() ? ThreadRow.Kind.BLOCKED : ThreadRow.Kind.HELD;
    return new ThreadRow(
        thread.id(),
        thread.name(),
        thread.status(),
        FunctionNames.readable(thread.function()),
        kind);
  }

  /** The threads, the first one first. */
  ObservableList<ThreadRow> rows() {
    return rows;
  }

  /** Looks at a thread; one of which nothing can be seen stays out of sight. */
  void select(ThreadRow row) {
    if (row.kind() != ThreadRow.Kind.EMPTY && row.kind() != ThreadRow.Kind.SHOWN) {
      select.accept(row.id());
    }
  }
}
