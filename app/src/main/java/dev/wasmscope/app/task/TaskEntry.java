package dev.wasmscope.app.task;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A job under way: what the status bar shows of it. Properties change on the window's thread. */
public final class TaskEntry {
  private final String title;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(Progress.UNKNOWN);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

  TaskEntry(String title) {
    this.title = title;
  }

  /** The job's title. */
  public String title() {
    return title;
  }

  /** 0 to 1, or {@link Progress#UNKNOWN}. */
  public ReadOnlyDoubleProperty fraction() {
    return fraction.getReadOnlyProperty();
  }

  /** What is being done now; may be empty. */
  public ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  /** Asks the job to stop; it does at its next check. */
  public void cancel() {
    cancelled.set(true);
  }

  /** Whether the job was asked to stop. */
  public boolean isCancelled() {
    return cancelled.get();
  }

  void update(double newFraction, String newMessage) {
    fraction.set(newFraction);
    message.set(newMessage);
  }
}
