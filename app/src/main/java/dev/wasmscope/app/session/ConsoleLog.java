package dev.wasmscope.app.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the program wrote. Any thread may write; lines appear on the window's thread in batches, so
 * that a program that prints without end cannot starve the window. Only the newest lines are kept.
 */
public final class ConsoleLog {
  private static final int MOST_LINES = 20_000;
  private static final int LONGEST_LINE = 8_000;

  private final Executor window;
  private final ObservableList<ConsoleLine> lines = FXCollections.observableArrayList();

  /** One for all who listen: it is forgotten with its listeners when nobody holds it. */
  private final ObservableList<ConsoleLine> view = FXCollections.unmodifiableObservableList(lines);

  private final Object lock = new Object();
  private final Deque<ConsoleLine> pending = new ArrayDeque<>();
  private boolean scheduled;

  /** A log whose list changes on {@code window}. */
  public ConsoleLog(Executor window) {
    this.window = window;
  }

  /** The lines, oldest first. */
  public ObservableList<ConsoleLine> lines() {
    return view;
  }

  /** Writes one whole line. */
  public void line(ConsoleLine.Kind kind, String text) {
    write(kind, text + "\n");
  }

  /** Writes {@code text}, which may hold any number of line ends. */
  public void write(ConsoleLine.Kind kind, String text) {
    synchronized (lock) {
      int start = 0;
      while (start < text.length()) {
        int end = text.indexOf('\n', start);
        boolean complete = end >= 0;
        push(kind, text.substring(start, complete ? end : text.length()), complete);
        start = complete ? end + 1 : text.length();
      }
      if (!scheduled) {
        scheduled = true;
        window.execute(this::flush);
      }
    }
  }

  private void push(ConsoleLine.Kind kind, String text, boolean complete) {
    ConsoleLine last = pending.peekLast();
    if (last != null && joins(last, kind, text)) {
      pending.removeLast();
      pending.addLast(new ConsoleLine(kind, last.text() + text, complete));
    } else {
      pending.addLast(new ConsoleLine(kind, text, complete));
    }
    if (pending.size() > MOST_LINES) {
      pending.removeFirst();
    }
  }

  private static boolean joins(ConsoleLine last, ConsoleLine.Kind kind, String text) {
    return last.kind() == kind
        && !last.complete()
        && last.text().length() + text.length() < LONGEST_LINE;
  }

  private void flush() {
    List<ConsoleLine> batch;
    synchronized (lock) {
      batch = new ArrayList<>(pending);
      pending.clear();
      scheduled = false;
    }
    if (batch.isEmpty()) {
      return;
    }
    ConsoleLine first = batch.getFirst();
    ConsoleLine last = lines.isEmpty() ? null : lines.getLast();
    if (last != null && joins(last, first.kind(), first.text())) {
      lines.removeLast();
      batch.set(0, new ConsoleLine(first.kind(), last.text() + first.text(), first.complete()));
    }
    lines.addAll(batch);
    if (lines.size() > MOST_LINES) {
      lines.remove(0, lines.size() - MOST_LINES);
    }
  }

  /** Removes all lines; call on the window's thread. */
  public void clear() {
    synchronized (lock) {
      pending.clear();
    }
    lines.clear();
  }
}
