package dev.wasmscope.app.shell;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** The panels below the editor. */
final class BottomPanel extends TabPane {
  /** The panels in their order. */
  enum Panel {
    CONSOLE,
    PROBLEMS,
    BREAKPOINTS,
    MEMORY
  }

  private final Map<Panel, Tab> tabs = new EnumMap<>(Panel.class);

  private BottomPanel() {}

  static BottomPanel create() {
    BottomPanel panel = new BottomPanel();
    panel.getStyleClass().add("panel");
    panel.setId("bottom-panel");
    panel.setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    panel.setMinHeight(0);
    return panel;
  }

  /** Adds a panel; its tab shows {@code count} behind its title when that is not empty. */
  void add(Panel panel, String title, Node content, ObservableValue<String> count) {
    Tab tab = new Tab(title, content);
    tab.textProperty().bind(count.map(n -> n.isEmpty() ? title : title + "  " + n));
    tab.setId("panel-" + panel.name().toLowerCase(Locale.ROOT));
    tabs.put(panel, tab);
    getTabs().add(tab);
  }

  /** Brings {@code panel} to the front. */
  void show(Panel panel) {
    getSelectionModel().select(tabs.get(panel));
  }
}
