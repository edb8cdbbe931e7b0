package dev.wasmscope.app.shell;

import dev.wasmscope.app.dialog.Dialogs;
import dev.wasmscope.app.text.Text;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Dialogs on the real screen, owned by one window and looking like it. */
public final class FxDialogs implements Dialogs {
  private static final double MESSAGE_WIDTH = 460;

  private final Supplier<Window> owner;
  private Path lastFolder = Path.of(System.getProperty("user.dir"));

  /** Dialogs over the window that {@code owner} gives at the time of asking. */
  public FxDialogs(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> openFile(String title, List<FileKind> kinds) {
    return remember(chooser(title, kinds).showOpenDialog(owner.get()));
  }

  @Override
  public Optional<Path> openFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (Files.isDirectory(lastFolder)) {
      chooser.setInitialDirectory(lastFolder.toFile());
    }
    return remember(chooser.showDialog(owner.get()));
  }

  @Override
  public Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds) {
    FileChooser chooser = chooser(title, kinds);
    chooser.setInitialFileName(suggestedName);
    return remember(chooser.showSaveDialog(owner.get()));
  }

  @Override
  public Unsaved unsaved(String name) {
    ButtonType save = new ButtonType(Text.of("dialog.unsaved.save"), ButtonData.YES);
    ButtonType discard = new ButtonType(Text.of("dialog.unsaved.discard"), ButtonData.NO);
    ButtonType cancel = new ButtonType(Text.of("dialog.cancel"), ButtonData.CANCEL_CLOSE);
    Alert alert = alert(Alert.AlertType.CONFIRMATION, Text.of("dialog.unsaved.title", name));
    say(alert, Text.of("dialog.unsaved.message"));
    alert.getButtonTypes().setAll(save, discard, cancel);
    ButtonType answer = alert.showAndWait().orElse(cancel);
    if (answer == save) {
      return Unsaved.SAVE;
    }
    return answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
  }

  @Override
  public Optional<String> line(String title, String prompt, String initial) {
    TextInputDialog dialog = new TextInputDialog(initial);
    dialog.setHeaderText(title);
    dialog.setContentText(prompt);
    dialog.setGraphic(null);
    dress(dialog);
    return dialog.showAndWait().map(String::strip).filter(s -> !s.isEmpty());
  }

  @Override
  public boolean confirm(String title, String message, String yes) {
    ButtonType go = new ButtonType(yes, ButtonData.OK_DONE);
    Alert alert = alert(Alert.AlertType.CONFIRMATION, title);
    say(alert, message);
    alert
        .getButtonTypes()
        .setAll(go, new ButtonType(Text.of("dialog.cancel"), ButtonData.CANCEL_CLOSE));
    return alert.showAndWait().filter(go::equals).isPresent();
  }

  @Override
  public void error(String what, String why) {
    Alert alert = alert(Alert.AlertType.ERROR, what);
    say(alert, why);
    alert.show();
  }

  @Override
  public void inform(String title, String message) {
    Alert alert = alert(Alert.AlertType.INFORMATION, title);
    say(alert, message);
    alert.show();
  }

  private Alert alert(Alert.AlertType type, String header) {
    Alert alert = new Alert(type);
    alert.setHeaderText(header);
    dress(alert);
    return alert;
  }

  private void dress(Dialog<?> dialog) {
    Window window = owner.get();
    dialog.setTitle(Text.of("app.name"));
    if (window != null) {
      dialog.initOwner(window);
      if (window.getScene() != null) {
        dialog
            .getDialogPane()
            .getScene()
            .setUserAgentStylesheet(window.getScene().getUserAgentStylesheet());
        dialog.getDialogPane().getStylesheets().setAll(window.getScene().getStylesheets());
      }
    }
  }

  private static void say(Alert alert, String message) {
    Label label = new Label(message);
    label.setWrapText(true);
    label.setPrefWidth(MESSAGE_WIDTH);
    label.setMinHeight(Region.USE_PREF_SIZE);
    alert.getDialogPane().setContent(label);
  }

  private FileChooser chooser(String title, List<FileKind> kinds) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    if (Files.isDirectory(lastFolder)) {
      chooser.setInitialDirectory(lastFolder.toFile());
    }
    for (FileKind kind : kinds) {
      chooser.getExtensionFilters().add(new ExtensionFilter(kind.description(), kind.patterns()));
    }
    return chooser;
  }

  private Optional<Path> remember(File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    Path path = chosen.toPath().toAbsolutePath();
    lastFolder = Files.isDirectory(path) ? path : path.getParent();
    return Optional.of(path);
  }
}
