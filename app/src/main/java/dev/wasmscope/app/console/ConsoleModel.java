package dev.wasmscope.app.console;

import dev.wasmscope.app.session.ConsoleLine;
import dev.wasmscope.app.session.ConsoleLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;

/** The console's lines, what is typed into it, and what was typed before. */
public final class ConsoleModel {
  private final ConsoleLog log;
  private final Consumer<String> stdin;
  private final ReadOnlyBooleanWrapper accepting = new ReadOnlyBooleanWrapper();
  private final List<String> history = new ArrayList<>();
  private int historyAt;

  /**
   * A console over {@code log}.
   *
   * @param accepting whether a program can read input now
   * @param stdin takes each line typed, with its line end
   */
  public ConsoleModel(ConsoleLog log, ObservableBooleanValue accepting, Consumer<String> stdin) {
    this.log = log;
    this.stdin = stdin;
    this.accepting.bind(accepting);
  }

  /** The lines, oldest first. */
  public ObservableList<ConsoleLine> lines() {
    return log.lines();
  }

  /** Whether input can be typed now. */
  public ReadOnlyBooleanProperty accepting() {
    return accepting.getReadOnlyProperty();
  }

  /** Gives {@code line} to the program and shows it. */
  public void send(String line) {
    log.line(ConsoleLine.Kind.STDIN, line);
    stdin.accept(line + "\n");
    if (!line.isBlank()) {
      history.remove(line);
      history.add(line);
    }
    historyAt = history.size();
  }

  /** The line typed before (-1) or after (1) the one recalled last; empty beyond the newest. */
  public String recall(int direction) {
    historyAt = Math.clamp((long) historyAt + direction, 0, history.size());
    return historyAt < history.size() ? history.get(historyAt) : "";
  }

  /** All lines as one text. */
  public String allText() {
    return log.lines().stream().map(ConsoleLine::text).collect(Collectors.joining("\n"));
  }

  /** Removes all lines. */
  public void clear() {
    log.clear();
  }
}
