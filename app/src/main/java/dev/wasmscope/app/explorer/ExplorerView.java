package dev.wasmscope.app.explorer;

import dev.wasmscope.app.control.EmptyState;
import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.text.Text;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The explorer's view: files above, outline below. */
public final class ExplorerView extends StackPane {
  private static final double ROW = 25;

  private ExplorerView() {}

  /**
   * A view of {@code model}.
   *
   * @param openFolder offered while there is no folder
   */
  public static ExplorerView of(ExplorerModel model, Button openFolder) {
    ExplorerView view = new ExplorerView();
    view.build(model, openFolder);
    return view;
  }

  private void build(ExplorerModel model, Button openFolder) {
    getStyleClass().add("side-bar");
    SplitPane split = new SplitPane(files(model, openFolder), outline(model));
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.26);
    getChildren().add(split);
  }

  private static Node pane(String title, Node body) {
    Label heading = new Label(title);
    heading.getStyleClass().add("pane-title");
    HBox header = new HBox(heading);
    header.getStyleClass().add("pane-header");
    BorderPane pane = new BorderPane(body);
    pane.setTop(header);
    pane.getStyleClass().add("side-bar");
    return pane;
  }

  private static Node files(ExplorerModel model, Button openFolder) {
    TreeView<ExplorerModel.Entry> tree = new TreeView<>();
    tree.setId("files");
    tree.setShowRoot(false);
    tree.setFixedCellSize(ROW);
    tree.setAccessibleText(Text.of("explorer.files"));
    tree.setCellFactory(view -> new FileCell());
    Runnable open =
        () -> {
          TreeItem<ExplorerModel.Entry> item = tree.getSelectionModel().getSelectedItem();
          if (item != null && !item.getValue().folder()) {
            model.open(item.getValue().path());
          }
        };
    tree.setOnMouseClicked(e -> open.run());
    tree.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            open.run();
          }
        });
    Node empty =
        EmptyState.of(
            "mdi2f-folder-open-outline",
            Text.of("explorer.noFolder"),
            Text.of("explorer.noFolder.hint"),
            openFolder);
    StackPane body = new StackPane(tree, empty);
    model
        .folder()
        .subscribe(
            folder -> {
              empty.setVisible(folder == null);
              tree.setVisible(folder != null);
              if (folder != null) {
                tree.setRoot(new FileItem(new ExplorerModel.Entry(folder, true)));
              }
            });
    return pane(Text.of("explorer.files"), body);
  }

  private static Node outline(ExplorerModel model) {
    TreeView<OutlineItem> tree = new TreeView<>();
    tree.setId("outline");
    tree.setShowRoot(false);
    tree.setFixedCellSize(ROW);
    tree.setAccessibleText(Text.of("explorer.module"));
    tree.setCellFactory(view -> new OutlineCell());
    tree.setOnMouseClicked(e -> goTo(model, tree));
    tree.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            goTo(model, tree);
          }
        });
    Node empty =
        EmptyState.of(
            "mdi2p-package-variant",
            Text.of("explorer.noModule"),
            Text.of("explorer.noModule.hint"));
    model
        .outline()
        .subscribe(
            items -> {
              empty.setVisible(items.isEmpty());
              tree.setVisible(!items.isEmpty());
              tree.setRoot(root(items));
            });
    return pane(Text.of("explorer.module"), new StackPane(tree, empty));
  }

  private static void goTo(ExplorerModel model, TreeView<OutlineItem> tree) {
    TreeItem<OutlineItem> item = tree.getSelectionModel().getSelectedItem();
    if (item != null) {
      model.goTo(item.getValue());
    }
  }

  private static TreeItem<OutlineItem> root(List<OutlineItem> items) {
    TreeItem<OutlineItem> root = new TreeItem<>(new OutlineItem("", "", "", -1, List.of()));
    for (OutlineItem item : items) {
      TreeItem<OutlineItem> node = new TreeItem<>(item);
      item.children().forEach(child -> node.getChildren().add(new TreeItem<>(child)));
      node.setExpanded(item.name().equals(Text.of("outline.functions")));
      root.getChildren().add(node);
    }
    return root;
  }

  /** A folder's item, which lists its folder when it is first expanded. */
  private static final class FileItem extends TreeItem<ExplorerModel.Entry> {
    private boolean listed;

    FileItem(ExplorerModel.Entry entry) {
      super(entry);
    }

    @Override
    public boolean isLeaf() {
      return !getValue().folder();
    }

    @Override
    public ObservableList<TreeItem<ExplorerModel.Entry>> getChildren() {
      if (!listed && getValue().folder()) {
        listed = true;
        for (ExplorerModel.Entry entry : ExplorerModel.list(getValue().path())) {
          super.getChildren().add(new FileItem(entry));
        }
      }
      return super.getChildren();
    }
  }

  private static final class FileCell extends TreeCell<ExplorerModel.Entry> {
    @Override
    protected void updateItem(ExplorerModel.Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setText(null);
        setGraphic(null);
      } else {
        setText(entry.name());
        setGraphic(Icons.of(icon(entry), "file-icon"));
      }
    }

    private static String icon(ExplorerModel.Entry entry) {
      if (entry.folder()) {
        return "mdi2f-folder-outline";
      }
      Path leaf = entry.path().getFileName();
      String name = leaf.toString();
      if (name.endsWith(".wasm")) {
        return "mdi2p-package-variant-closed";
      }
      if (name.endsWith(".wat") || name.endsWith(".wast")) {
        return "mdi2c-code-parentheses";
      }
      return name.endsWith(".json") ? "mdi2c-code-json" : "mdi2f-file-document-outline";
    }
  }

  private static final class OutlineCell extends TreeCell<OutlineItem> {
    @Override
    protected void updateItem(OutlineItem item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      Label name = new Label(item.name());
      if (!item.children().isEmpty()) {
        name.getStyleClass().add("group");
      }
      Label detail = new Label(item.detail());
      detail.getStyleClass().add("detail");
      name.setMinWidth(USE_PREF_SIZE);
      HBox row = new HBox(6, Icons.of(item.icon()), name, detail);
      row.setAlignment(Pos.CENTER_LEFT);
      setGraphic(row);
      setTooltip(item.detail().isEmpty() ? null : new Tooltip(item.name() + "  " + item.detail()));
    }
  }
}
