package dev.wasmscope.app.debugger;

import dev.wasmscope.app.control.ValueRow;
import dev.wasmscope.app.session.Frame;
import dev.wasmscope.app.session.Halt;
import dev.wasmscope.app.session.Variable;
import dev.wasmscope.engine.runtime.ValueFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /** The program looked at. */
  public interface Program {
    /**
     * Writes {@code text} into a value of frame {@code frame}; tells {@code refused} why not.
     *
     * @param index among its group, operands counted from the top
     */
    void write(Group group, int frame, int index, String text, Consumer<String> refused);

    /** Writes {@code text} into a member of an object. */
    void writeMember(
        Variable owner, Variable member, int frame, String text, Consumer<String> refused);

    /** Members of an object, in the words of frame {@code frame}. */
    List<Variable> members(Variable owner, int frame, int from, int count);
  }

  private final Program program;
  private final IntegerProperty selectedFrame;
  private final ObservableList<Frame> frames = FXCollections.observableArrayList();
  private final Map<Group, ValueTree> trees = new EnumMap<>(Group.class);
  private Halt before;
  private Halt now;

  /**
   * A model that follows {@code halt}, null while the program does not stand.
   *
   * @param selectedFrame the frame looked at, innermost 0
   */
  public InspectModel(ObservableValue<Halt> halt, IntegerProperty selectedFrame, Program program) {
    this.program = program;
    this.selectedFrame = selectedFrame;
    for (Group group : Group.values()) {
      trees.put(group, new ValueTree(new OfGroup(group)));
    }
    halt.subscribe(this::follow);
    selectedFrame.subscribe(index -> show());
  }

  /** The program as one of the lists sees it. */
  private final class OfGroup implements ValueTree.Program {
    private final Group group;

    OfGroup(Group group) {
      this.group = group;
    }

    @Override
    public List<Variable> members(Variable owner, int from, int count) {
      return program.members(owner, selectedFrame.get(), from, count);
    }

    @Override
    public void writeRoot(int index, String text, Consumer<String> refused) {
      program.write(group, selectedFrame.get(), index, text, refused);
    }

    @Override
    public void writeMember(
        Variable owner, Variable member, String text, Consumer<String> refused) {
      program.writeMember(owner, member, selectedFrame.get(), text, refused);
    }
  }

  private void follow(Halt halt) {
    if (halt != null) {
      boolean sameThread = now != null && now.thread() == halt.thread();
      before = sameThread ? now : null;
      now = halt;
      Rows.replace(frames, halt.frames());
      trees.values().forEach(ValueTree::halted);
      show();
    } else {
      frames.clear();
      trees.values().forEach(tree -> tree.show(List.of()));
    }
  }

  /** Forgets the values seen before: nothing counts as changed at the next halt. */
  public void startAfresh() {
    before = null;
    now = null;
    trees.values().forEach(ValueTree::startAfresh);
  }

  private void show() {
    if (now == null || frames.isEmpty()) {
      return;
    }
    int index = selectedFrame.get();
    Optional<Frame> frame = now.frame(index);
    Optional<Frame> earlier = frame.flatMap(f -> counterpart(f, index));
    String activation = frame.map(f -> now.frames().size() - index + f.function()).orElse("");
    trees
        .get(Group.LOCALS)
        .show(
            roots(
                activation,
                frame.map(Frame::locals).orElse(List.of()),
                earlier.map(Frame::locals)));
    trees
        .get(Group.OPERANDS)
        .show(
            roots(
                    activation,
                    frame.map(Frame::operands).orElse(List.of()).reversed(),
                    earlier.map(f -> f.operands().reversed()))
                .reversed());
    trees
        .get(Group.GLOBALS)
        .show(roots("", now.globals(), Optional.ofNullable(before).map(Halt::globals)));
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

  /** Values at the top of a list; one that was not there at the halt before counts as changed. */
  private static List<ValueTree.Root> roots(
      String activation, List<Variable> values, Optional<List<Variable>> earlier) {
    List<ValueTree.Root> roots = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      boolean changed = earlier.isPresent() && !holds(earlier.get(), i, values.get(i));
      roots.add(new ValueTree.Root(activation + ":" + i, values.get(i), changed));
    }
    return roots;
  }

  private static boolean holds(List<Variable> earlier, int index, Variable now) {
    return index < earlier.size()
        && earlier.get(index).value().equals(now.value())
        && earlier.get(index).type().equals(now.type());
  }

  /** The frames, innermost first. */
  public ObservableList<Frame> frames() {
    return frames;
  }

  /** The frame looked at. */
  public IntegerProperty selectedFrame() {
    return selectedFrame;
  }

  /** The rows of {@code group}. */
  public ObservableList<ValueRow> values(Group group) {
    return trees.get(group).rows();
  }

  /** Writes {@code text} into the value of a row of {@code group}. */
  public void write(Group group, int row, String text, Consumer<String> refused) {
    trees.get(group).write(row, text, refused);
  }

  /** Unfolds a row of {@code group}, or folds it. */
  public void toggle(Group group, int row) {
    trees.get(group).toggle(row);
  }

  /** Shows a row of {@code group} in {@code format} from now on. */
  public void choose(Group group, int row, ValueFormat format) {
    trees.get(group).choose(row, format);
  }
}
