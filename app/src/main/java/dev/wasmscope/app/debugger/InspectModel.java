package dev.wasmscope.app.debugger;

import dev.wasmscope.app.control.ValueRow;
import dev.wasmscope.app.session.Frame;
import dev.wasmscope.app.session.Halt;
import dev.wasmscope.app.session.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the inspector shows of a halted program: its frames and the values of the selected one, each
 * marked when the last step changed it.
 */
public final class InspectModel {
  /** Which list a value stands in. */
  public enum Group {
    LOCALS,
    OPERANDS,
    GLOBALS
  }

  /** Writes an edited value into the program. */
  public interface Writer {
    /**
     * Writes {@code text} into a value of frame {@code frame}; tells {@code refused} why not.
     *
     * @param index in the list shown, operands counted from the top
     */
    void write(Group group, int frame, int index, String text, Consumer<String> refused);
  }

  private final Writer writer;
  private final IntegerProperty selectedFrame;
  private final ObservableList<Frame> frames = FXCollections.observableArrayList();
  private final ObservableList<ValueRow> locals = FXCollections.observableArrayList();
  private final ObservableList<ValueRow> operands = FXCollections.observableArrayList();
  private final ObservableList<ValueRow> globals = FXCollections.observableArrayList();
  private Halt before;
  private Halt now;

  /**
   * A model that follows {@code halt}, null while the program does not stand.
   *
   * @param selectedFrame the frame looked at, innermost 0
   */
  public InspectModel(ObservableValue<Halt> halt, IntegerProperty selectedFrame, Writer writer) {
    this.writer = writer;
    this.selectedFrame = selectedFrame;
    halt.subscribe(this::follow);
    selectedFrame.subscribe(index -> show());
  }

  private void follow(Halt halt) {
    if (halt != null) {
      before = now;
      now = halt;
      replace(frames, halt.frames());
      show();
    } else {
      frames.clear();
      locals.clear();
      operands.clear();
      globals.clear();
    }
  }

  /** Forgets the values seen before: nothing counts as changed at the next halt. */
  public void startAfresh() {
    before = null;
    now = null;
  }

  private void show() {
    if (now == null || frames.isEmpty()) {
      return;
    }
    int index = selectedFrame.get();
    Optional<Frame> frame = now.frame(index);
    Optional<Frame> earlier = frame.flatMap(f -> counterpart(f, index));
    replace(
        locals,
        rows(
            frame.map(Frame::locals).orElse(List.of()),
            earlier.map(Frame::locals).orElse(null),
            false));
    replace(
        operands,
        rows(
            frame.map(Frame::operands).orElse(List.of()),
            earlier.map(Frame::operands).orElse(null),
            true));
    replace(globals, rows(now.globals(), before == null ? null : before.globals(), false));
  }

  /** Puts {@code now} into {@code shown}, leaving alone what is there already: rows are costly. */
  private static <T> void replace(ObservableList<T> shown, List<T> now) {
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

  /** The frame of the halt before that is the same activation: as deep and of the same function. */
  private Optional<Frame> counterpart(Frame frame, int index) {
    if (before == null) {
      return Optional.empty();
    }
    int depth = now.frames().size() - index;
    return before
        .frame(before.frames().size() - depth)
        .filter(f -> f.function().equals(frame.function()));
  }

  private static List<ValueRow> rows(
      List<Variable> values, List<Variable> earlier, boolean fromTheTop) {
    List<ValueRow> rows = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Variable value = values.get(i);
      boolean changed = false;
      if (earlier != null) {
        int j = fromTheTop ? earlier.size() - (values.size() - i) : i;
        changed =
            j < 0
                || j >= earlier.size()
                || !earlier.get(j).value().equals(value.value())
                || !earlier.get(j).type().equals(value.type());
      }
      rows.add(
          new ValueRow(
              value.name(),
              value.value(),
              value.type(),
              value.detail(),
              changed,
              value.editable()));
    }
    return rows;
  }

  /** The frames, innermost first. */
  public ObservableList<Frame> frames() {
    return frames;
  }

  /** The frame looked at. */
  public IntegerProperty selectedFrame() {
    return selectedFrame;
  }

  /** The values of {@code group}. */
  public ObservableList<ValueRow> values(Group group) {
    return switch (group) {
      case LOCALS -> locals;
      case OPERANDS -> operands;
      case GLOBALS -> globals;
    };
  }

  /** Writes {@code text} into the value at {@code index} of {@code group}. */
  public void write(Group group, int index, String text, Consumer<String> refused) {
    writer.write(group, selectedFrame.get(), index, text, refused);
  }
}
