package dev.wasmscope.app.debugger;

import dev.wasmscope.app.control.EmptyState;
import dev.wasmscope.app.control.Section;
import dev.wasmscope.app.control.ValueList;
import dev.wasmscope.app.control.ValueRow;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.runtime.ValueFormat;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The inspector: threads, call stack, locals, operand stack and globals below each other. */
public final class InspectView extends StackPane {
  private InspectView() {}

  /**
   * A view of {@code model}.
   *
   * @param threads stands above the call stack
   * @param places says where a frame stands, such as {@code line 12}
   * @param debug starts debugging, offered while nothing runs
   */
  public static InspectView of(InspectModel model, Node threads, FramePlaces places, Button debug) {
    InspectView view = new InspectView();
    view.build(model, threads, places, debug);
    return view;
  }

  private void build(InspectModel model, Node threads, FramePlaces places, Button debug) {
    getStyleClass().add("side-bar");
    VBox sections =
        new VBox(
            threads,
            Section.of(Text.of("inspect.callStack"), CallStackView.of(model, places)),
            values(model, InspectModel.Group.LOCALS, "inspect.locals"),
            values(model, InspectModel.Group.OPERANDS, "inspect.operands"),
            values(model, InspectModel.Group.GLOBALS, "inspect.globals"));
    ScrollPane scroller = new ScrollPane(sections);
    scroller.setFitToWidth(true);
    scroller.getStyleClass().add("side-scroll");
    scroller.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    Node empty =
        EmptyState.of(
            "mdi2b-bug-outline", Text.of("inspect.empty"), Text.of("inspect.empty.hint"), debug);
    empty.visibleProperty().bind(Bindings.isEmpty(model.frames()));
    scroller.visibleProperty().bind(empty.visibleProperty().not());
    getChildren().addAll(scroller, empty);
  }

  private static Section values(InspectModel model, InspectModel.Group group, String key) {
    ObservableList<ValueRow> rows = model.values(group);
    ValueList list =
        ValueList.of(Text.of(key), rows, Text.of(key + ".none"), new Editing(model, group));
    list.list().setId(group.name().toLowerCase(Locale.ROOT));
    Section section = Section.of(Text.of(key), list);
    section.note().bind(Bindings.createStringBinding(() -> count(rows), rows));
    return section;
  }

  /** How many values stand at the top of a list. */
  private static String count(ObservableList<ValueRow> rows) {
    long count = rows.stream().filter(row -> row.depth() == 0).count();
    return count == 0 ? "" : Long.toString(count);
  }

  /** What is done in the list of one group. */
  private record Editing(InspectModel model, InspectModel.Group group) implements ValueList.Editor {
    @Override
    public void write(int index, String text, Consumer<String> refused) {
      model.write(group, index, text, refused);
    }

    @Override
    public void toggle(int index) {
      model.toggle(group, index);
    }

    @Override
    public void choose(int index, ValueFormat format) {
      model.choose(group, index, format);
    }
  }
}
