package dev.wasmscope.app.debugger;

import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.text.Text;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Says above the text that the program trapped: what, where, why, and what can be done. */
public final class TrapBanner extends HBox {
  private TrapBanner() {}

  /**
   * A banner.
   *
   * @param what the trap in the specification's words
   * @param where the place and the callers
   * @param why an explanation for people; may be empty
   * @param restart starts the program again
   */
  public static TrapBanner of(String what, String where, String why, Runnable restart) {
    TrapBanner banner = new TrapBanner();
    banner.getStyleClass().add("trap-banner");
    banner.setId("trap-banner");
    Label title = new Label(what);
    title.getStyleClass().add("trap-title");
    Label place = new Label(where);
    place.getStyleClass().add("trap-text");
    VBox text = new VBox(2, title, place);
    if (!why.isEmpty()) {
      Label reason = new Label(why);
      reason.getStyleClass().add("trap-text");
      reason.setWrapText(true);
      text.getChildren().add(reason);
    }
    Button again = new Button(Text.of("trap.restart"), Icons.of("mdi2r-restart"));
    again.getStyleClass().setAll("button", "link-button");
    again.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    again.setOnAction(e -> restart.run());
    banner.getChildren().addAll(Icons.of("mdi2a-alert-octagon"), text, again);
    return banner;
  }
}
