package dev.wasmscope.app.shell;

import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.console.ConsoleView;
import dev.wasmscope.app.debugger.FramePlaces;
import dev.wasmscope.app.debugger.InspectView;
import dev.wasmscope.app.explorer.ExplorerModel;
import dev.wasmscope.app.explorer.ExplorerView;
import dev.wasmscope.app.memory.MemoryView;
import dev.wasmscope.app.palette.PaletteView;
import dev.wasmscope.app.problems.ProblemsModel;
import dev.wasmscope.app.problems.ProblemsView;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.threads.ThreadsView;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Lays the features' views out: explorer left, editors, inspector right, panels below. */
public final class WorkbenchView extends StackPane {
  private static final double EXPLORER = 0.19;
  private static final double INSPECT = 0.72;
  private static final double PANELS = 0.66;

  /**
   * What is made elsewhere and shown here.
   *
   * @param places says where a frame stands
   * @param runLabel what is run
   * @param breakpoints the breakpoints panel
   * @param breakpointCount how many breakpoints there are
   */
  record Parts(
      FramePlaces places,
      ObservableValue<String> runLabel,
      Node breakpoints,
      ObservableValue<Integer> breakpointCount) {}

  private final Workbench bench;
  private final EditorTabs tabs;
  private final BottomPanel panels = BottomPanel.create();
  private final StatusStrip status;
  private final PaletteView palette;
  private final SplitPane columns = new SplitPane();
  private final SplitPane rows = new SplitPane();
  private final SplitPane top = new SplitPane();
  private final Region dropHint = new Region();
  private final StackPane veil = new StackPane();
  private Node explorer;
  private Node inspector;

  WorkbenchView(Workbench bench, EditorTabs tabs) {
    this.bench = bench;
    this.tabs = tabs;
    this.status = StatusStrip.of(bench.session(), bench.board(), bench.commands());
    this.palette = PaletteView.of(bench.palette());
  }

  void build(ExplorerModel explorerModel, ProblemsModel problems, Parts parts) {
    setId("workbench");
    explorer = ExplorerView.of(explorerModel, Buttons.link(bench.commands(), Cmd.FILE_OPEN_FOLDER));
    inspector =
        titled(
            Text.of("inspect.title"),
            InspectView.of(
                bench.inspect(),
                ThreadsView.of(bench.threads()),
                parts.places(),
                Buttons.link(bench.commands(), Cmd.RUN_DEBUG)));
    addPanels(problems, parts);
    top.getItems().setAll(tabs);
    rows.setOrientation(Orientation.VERTICAL);
    rows.getItems().setAll(top);
    columns.getItems().setAll(explorer, rows);
    SplitPane.setResizableWithParent(explorer, false);
    SplitPane.setResizableWithParent(inspector, false);
    SplitPane.setResizableWithParent(panels, false);
    columns.setDividerPositions(EXPLORER);
    BorderPane frame = new BorderPane(columns);
    frame.setTop(HeaderBar.of(bench.commands(), parts.runLabel()));
    frame.setBottom(status);
    dropHint.getStyleClass().add("drop-hint");
    dropHint.setVisible(false);
    dropHint.setMouseTransparent(true);
    veil.getStyleClass().add("form-veil");
    veil.setVisible(false);
    getChildren().setAll(frame, dropHint, palette, veil);
  }

  private void addPanels(ProblemsModel problems, Parts parts) {
    panels.add(
        BottomPanel.Panel.CONSOLE,
        Text.of("panel.console"),
        ConsoleView.of(bench.console()),
        Bindings.createStringBinding(() -> ""));
    panels.add(
        BottomPanel.Panel.PROBLEMS,
        Text.of("panel.problems"),
        ProblemsView.of(problems),
        count(problems.total().asObject()));
    panels.add(
        BottomPanel.Panel.BREAKPOINTS,
        Text.of("panel.breakpoints"),
        parts.breakpoints(),
        count(parts.breakpointCount()));
    panels.add(
        BottomPanel.Panel.MEMORY,
        Text.of("panel.memory"),
        MemoryView.of(bench.memory(), bench.theme().dark()),
        Bindings.createStringBinding(() -> ""));
  }

  private static ObservableValue<String> count(ObservableValue<Integer> number) {
    return number.map(n -> n == 0 ? "" : n.toString());
  }

  private static Node titled(String title, Node body) {
    Label heading = new Label(title);
    heading.getStyleClass().add("pane-title");
    HBox header = new HBox(heading);
    header.getStyleClass().add("pane-header");
    BorderPane pane = new BorderPane(body);
    pane.setTop(header);
    pane.getStyleClass().add("side-bar");
    return pane;
  }

  /** The editor tabs. */
  EditorTabs tabs() {
    return tabs;
  }

  /** The strip at the bottom. */
  StatusStrip status() {
    return status;
  }

  /** The palette over everything. */
  PaletteView palette() {
    return palette;
  }

  /** Shows {@code sheet} over the window; null takes it away. */
  void showSheet(Node sheet) {
    veil.getChildren().clear();
    veil.setVisible(sheet != null);
    if (sheet != null) {
      veil.getChildren().add(sheet);
      sheet.requestFocus();
    }
  }

  /** Shows or hides the hint that a file can be dropped. */
  void showDropHint(boolean on) {
    dropHint.setVisible(on);
  }

  /** Brings a bottom panel to the front, showing the panels when they are hidden. */
  void show(BottomPanel.Panel panel) {
    showPanels();
    panels.show(panel);
  }

  /** Shows the bottom panels. */
  void showPanels() {
    if (!rows.getItems().contains(panels)) {
      togglePanels();
    }
  }

  /** Shows the inspector, or takes it away. */
  void showInspector(boolean on) {
    if (top.getItems().contains(inspector) != on) {
      toggleInspector();
    }
  }

  /** Shows or hides the explorer. */
  void toggleExplorer() {
    toggle(columns, explorer, 0, EXPLORER);
  }

  /** Shows or hides the inspector. */
  void toggleInspector() {
    toggle(top, inspector, 1, INSPECT);
  }

  /** Shows or hides the bottom panels. */
  void togglePanels() {
    toggle(rows, panels, 1, PANELS);
  }

  private static void toggle(SplitPane split, Node part, int index, double divider) {
    if (!split.getItems().remove(part)) {
      split.getItems().add(index, part);
      split.setDividerPositions(divider);
      Platform.runLater(() -> split.setDividerPositions(divider));
    }
  }
}
