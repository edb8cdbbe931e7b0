package dev.wasmscope.app.shell;

import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.workspace.Document;
import dev.wasmscope.app.workspace.DocumentKind;
import dev.wasmscope.app.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;

/** The tabs of open documents, and of pages such as Welcome and the flame graph. */
final class EditorTabs extends TabPane {
  private final Workspace workspace;
  private final Function<Document, OpenDocument> opener;
  private final Map<Document, OpenDocument> open = new HashMap<>();
  private final Map<String, Tab> pages = new HashMap<>();
  private final ReadOnlyObjectWrapper<OpenDocument> current = new ReadOnlyObjectWrapper<>();

  private EditorTabs(Workspace workspace, Function<Document, OpenDocument> opener) {
    this.workspace = workspace;
    this.opener = opener;
  }

  /**
   * Tabs over {@code workspace}.
   *
   * @param opener makes the editor of a document
   */
  static EditorTabs of(Workspace workspace, Function<Document, OpenDocument> opener) {
    EditorTabs tabs = new EditorTabs(workspace, opener);
    tabs.build();
    return tabs;
  }

  private void build() {
    setId("editors");
    setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
    setTabDragPolicy(TabDragPolicy.REORDER);
    workspace
        .documents()
        .addListener(
            (ListChangeListener<Document>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(this::remove);
                    change.getAddedSubList().forEach(this::add);
                  }
                });
    workspace.active().subscribe(this::bringToFront);
    getSelectionModel().selectedItemProperty().subscribe(this::selected);
  }

  private void add(Document document) {
    OpenDocument editor = opener.apply(document);
    open.put(document, editor);
    Tab tab = new Tab();
    tab.setContent(editor.view().node());
    tab.setUserData(document);
    tab.textProperty().bind(document.name());
    document
        .dirty()
        .subscribe(
            dirty ->
                tab.setGraphic(
                    dirty ? Icons.of("mdi2c-circle", "tab-dirty") : Icons.of(icon(document))));
    document
        .path()
        .subscribe(path -> tab.setTooltip(path == null ? null : new Tooltip(path.toString())));
    tab.setOnCloseRequest(
        e -> {
          e.consume();
          workspace.close(document);
        });
    getTabs().add(tab);
    bringToFront(document);
  }

  private static String icon(Document document) {
    return switch (document.kind()) {
      case WAT -> "mdi2c-code-parentheses";
      case WASM -> "mdi2p-package-variant-closed";
      case PROFILE -> "mdi2f-fire";
      case TEXT -> "mdi2f-file-document-outline";
    };
  }

  private void remove(Document document) {
    open.remove(document);
    getTabs().removeIf(tab -> document.equals(tab.getUserData()));
  }

  private void bringToFront(Document document) {
    if (document != null) {
      getTabs().stream()
          .filter(tab -> document.equals(tab.getUserData()))
          .findFirst()
          .ifPresent(tab -> getSelectionModel().select(tab));
    }
  }

  private void selected(Tab tab) {
    Document document = tab != null && tab.getUserData() instanceof Document shown ? shown : null;
    current.set(document == null ? null : open.get(document));
    if (document != null) {
      workspace.active().set(document);
    } else if (tab != null) {
      workspace.active().set(null);
    }
  }

  /** Shows the page {@code id}, made by {@code content} when it is not open. */
  void showPage(String id, String title, String icon, Supplier<Node> content) {
    Tab tab = pages.get(id);
    if (tab == null) {
      tab = new Tab(title, content.get());
      tab.setGraphic(Icons.of(icon));
      tab.setId("page-" + id);
      tab.setOnClosed(e -> pages.remove(id));
      pages.put(id, tab);
      getTabs().add(tab);
    }
    getSelectionModel().select(tab);
  }

  /** Closes the page {@code id} if it is open. */
  void closePage(String id) {
    Tab tab = pages.remove(id);
    if (tab != null) {
      getTabs().remove(tab);
    }
  }

  /** The document in front with its editor; null when a page is, or nothing. */
  ReadOnlyObjectProperty<OpenDocument> current() {
    return current.getReadOnlyProperty();
  }

  /** The editor of {@code document}. */
  Optional<OpenDocument> editor(Document document) {
    return Optional.ofNullable(open.get(document));
  }

  /** Whether the document in front is a module. */
  static boolean isModule(OpenDocument open) {
    return open != null
        && (open.document().kind() == DocumentKind.WAT
            || open.document().kind() == DocumentKind.WASM);
  }
}
