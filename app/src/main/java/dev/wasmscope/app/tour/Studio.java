package dev.wasmscope.app.tour;

import dev.wasmscope.app.shell.Window;
import dev.wasmscope.app.theme.Themes;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;

/**
 * Shows a window of any size on a screen of any size: the window is scaled to fit the stage,
 * pictures are taken unscaled. The headless screen is 1000 × 1000 pixels, a comfortable window is
 * larger.
 */
public final class Studio {
  private static final double STAGE = 960;

  private final Window window;
  private final double width;
  private final double height;
  private final Stage stage;

  private Studio(Window window, double width, double height, Stage stage) {
    this.window = window;
    this.width = width;
    this.height = height;
    this.stage = stage;
  }

  /** Shows {@code window} on {@code stage} as if it were {@code width} by {@code height} pixels. */
  public static Studio show(Window window, double width, double height, Stage stage) {
    Studio studio = new Studio(window, width, height, stage);
    studio.open();
    return studio;
  }

  private void open() {
    double scale = Math.min(1, STAGE / width);
    Region view = window.view();
    view.setManaged(false);
    view.resizeRelocate(0, 0, width, height);
    // A transform, not setScaleX: that has a pivot, and asking for it lays the window out at once.
    view.getTransforms().setAll(new Scale(scale, scale));
    Scene scene = new Scene(new Pane(view), width * scale, height * scale, Color.BLACK);
    window.bench().theme().dark().subscribe(dark -> Themes.apply(scene, dark));
    stage.setScene(scene);
    stage.show();
  }

  /** The stage. */
  public Stage stage() {
    return stage;
  }

  /** A picture of the whole window, unscaled. */
  public WritableImage picture() {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.BLACK);
    double scale = Math.min(1, STAGE / width);
    parameters.setTransform(new Scale(1 / scale, 1 / scale));
    parameters.setViewport(new Rectangle2D(0, 0, width, height));
    return window.view().snapshot(parameters, null);
  }
}
