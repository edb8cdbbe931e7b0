package dev.wasmscope.app.debugger;

import dev.wasmscope.app.control.ValueRow;
import dev.wasmscope.app.session.Variable;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.runtime.ValueFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Values as rows of a list; objects unfold into their members, which are asked for only then. More
 * than {@link #PAGE} members stand in ranges that unfold in turn. What was unfolded, and the format
 * chosen for a value, outlive a step.
 */
final class ValueTree {
  /** The most members, or ranges of members, below one row. */
  static final int PAGE = 100;

  /** A value at the top of the list. */
  record Root(String key, Variable variable, boolean changed) {}

  /** Asks a program for members, and writes values into it. */
  interface Program {
    List<Variable> members(Variable owner, int from, int count);

    void writeRoot(int index, String text, Consumer<String> refused);

    void writeMember(Variable owner, Variable member, String text, Consumer<String> refused);
  }

  /** What stands in a row; its key tells it from all others, also after a step. */
  private sealed interface Node {
    String key();

    /** A value; {@code owner} is absent at the top. */
    record Value(String key, Variable variable, Optional<Variable> owner, int root)
        implements Node {}

    /** Members {@code from} to before {@code to} of {@code owner}. */
    record Range(String key, Variable owner, int from, int to) implements Node {}
  }

  private final Program program;
  private final ObservableList<ValueRow> rows = FXCollections.observableArrayList();
  private final Set<String> unfolded = new HashSet<>();
  private final Map<String, ValueFormat> formats = new HashMap<>();
  private List<Root> roots = List.of();
  private List<Node> nodes = List.of();
  private List<ValueRow> fresh = List.of();
  private Map<String, String> seenBefore = Map.of();
  private Map<String, String> seen = new HashMap<>();

  ValueTree(Program program) {
    this.program = program;
  }

  /** The rows, to be observed. */
  ObservableList<ValueRow> rows() {
    return rows;
  }

  /** The program stands anew: members seen from now on are compared with those seen until now. */
  void halted() {
    seenBefore = seen;
    seen = new HashMap<>();
  }

  /** Forgets the values seen, so that none counts as changed. */
  void startAfresh() {
    seen = new HashMap<>();
    seenBefore = Map.of();
  }

  /** Shows other values. */
  void show(List<Root> values) {
    roots = List.copyOf(values);
    refresh();
  }

  private void refresh() {
    nodes = new ArrayList<>();
    fresh = new ArrayList<>();
    for (int i = 0; i < roots.size(); i++) {
      Root root = roots.get(i);
      add(new Node.Value(root.key(), root.variable(), Optional.empty(), i), root.changed(), 0);
    }
    Rows.replace(rows, fresh);
  }

  private void add(Node.Value node, boolean changed, int depth) {
    Variable variable = node.variable();
    ValueFormat format = formats.getOrDefault(node.key(), variable.usual());
    boolean open = unfolded.contains(node.key()) && variable.members() > 0;
    nodes.add(node);
    fresh.add(
        new ValueRow(
            variable.name(),
            variable.text(format),
            variable.type(),
            detail(variable, format),
            changed,
            variable.editable(),
            depth,
            fold(variable.members() > 0, open),
            variable.formats()));
    if (open) {
      members(node.key(), variable, 0, variable.members(), depth + 1);
    }
  }

  private static ValueRow.Fold fold(boolean unfolds, boolean open) {
    return !unfolds ? ValueRow.Fold.NONE : open ? ValueRow.Fold.OPEN : ValueRow.Fold.CLOSED;
  }

  private static String detail(Variable variable, ValueFormat shown) {
    return variable.formats().stream()
        .filter(format -> format != shown)
        .map(variable::text)
        .filter(text -> !text.equals(variable.text(shown)))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private void members(String key, Variable owner, int from, int to, int depth) {
    int size = 1;
    while ((long) size * PAGE < to - from) {
      size *= PAGE;
    }
    if (size == 1) {
      program.members(owner, from, to - from).forEach(m -> member(key, owner, m, depth));
      return;
    }
    for (int start = from; start < to; start += size) {
      range(key, owner, start, (int) Math.min(to, (long) start + size), depth);
    }
  }

  private void member(String key, Variable owner, Variable member, int depth) {
    String mine = key + "/" + member.content().index();
    String before = seenBefore.get(mine);
    seen.put(mine, member.value());
    boolean changed = before != null && !before.equals(member.value());
    add(new Node.Value(mine, member, Optional.of(owner), -1), changed, depth);
  }

  private void range(String key, Variable owner, int from, int to, int depth) {
    Node.Range range = new Node.Range(key + "/" + from + "-" + to, owner, from, to);
    boolean open = unfolded.contains(range.key());
    nodes.add(range);
    fresh.add(
        new ValueRow(
            Text.of("value.range", from, to - 1),
            "",
            "",
            "",
            false,
            false,
            depth,
            fold(true, open),
            List.of()));
    if (open) {
      members(key, owner, from, to, depth + 1);
    }
  }

  /** Unfolds or folds the row. */
  void toggle(int row) {
    String key = nodes.get(row).key();
    if (!unfolded.remove(key)) {
      unfolded.add(key);
    }
    refresh();
  }

  /** Shows the row in {@code format} from now on. */
  void choose(int row, ValueFormat format) {
    formats.put(nodes.get(row).key(), format);
    refresh();
  }

  /** Writes {@code text} into the value of the row; tells {@code refused} why not. */
  void write(int row, String text, Consumer<String> refused) {
    switch (nodes.get(row)) {
      case Node.Value(var _, Variable member, Optional<Variable> owner, int root) ->
          owner.ifPresentOrElse(
              o -> program.writeMember(o, member, text, refused),
              () -> program.writeRoot(root, text, refused));
      case Node.Range _ -> {}
    }
  }
}
