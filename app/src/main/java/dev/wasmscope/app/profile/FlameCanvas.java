package dev.wasmscope.app.profile;

import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.theme.Palette;
import dev.wasmscope.app.theme.Themes;
import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.view.FlameBox;
import dev.wasmscope.profile.view.FlameLayout;
import dev.wasmscope.profile.view.FlameRow;
import dev.wasmscope.profile.view.Viewport;
import dev.wasmscope.profile.view.VisibleBox;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Draws the boxes of a flame layout. A click selects, a double click comes nearer, the wheel zooms
 * at the pointer, arrows move along the stack, Enter or Ctrl and a click go to the text.
 */
final class FlameCanvas extends Region {
  private static final double LOWEST_ROW = 22;
  private static final double HIGHEST_ROW = 30;
  private static final double MARGIN = 10;
  private static final double FONT_SIZE = 12;
  private static final double CHAR = FONT_SIZE * 0.6;
  private static final double NARROWEST_LABEL = 26;
  private static final double WHEEL = 1.2;

  private final ProfileModel model;
  private final ObservableBooleanValue dark;
  private final Canvas canvas = new Canvas();
  private final Font font = Font.font(Themes.MONOSPACE, FONT_SIZE);
  private final Tooltip tip = new Tooltip();
  private double scroll;
  private FlameBox hovered;

  private FlameCanvas(ProfileModel model, ObservableBooleanValue dark) {
    this.model = model;
    this.dark = dark;
  }

  static FlameCanvas of(ProfileModel model, ObservableBooleanValue dark) {
    FlameCanvas flame = new FlameCanvas(model, dark);
    flame.build();
    return flame;
  }

  private void build() {
    setId("flame");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Text.of("profile.title"));
    getChildren().add(canvas);
    model.layout().subscribe(layout -> draw());
    model.viewport().subscribe(viewport -> draw());
    model.search().subscribe(search -> draw());
    model.orientation().subscribe(orientation -> draw());
    model.selected().subscribe(box -> draw());
    dark.subscribe(on -> draw());
    setOnMouseMoved(this::hover);
    setOnMouseExited(e -> leave());
    setOnMouseClicked(this::click);
    setOnScroll(this::wheel);
    setOnKeyPressed(this::key);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  /** Few rows are drawn higher, so that they fill the view. */
  private double rowHeight() {
    int rows = Math.max(1, model.layout().get().rows().size());
    return Math.clamp(Math.floor((getHeight() - 2 * MARGIN) / rows), LOWEST_ROW, HIGHEST_ROW);
  }

  private double top(int line) {
    double content = model.layout().get().rows().size() * rowHeight();
    double free = getHeight() - 2 * MARGIN - content;
    boolean rising = model.orientation().get().line(0, 2) == 1;
    double start = rising && free > 0 ? MARGIN + free : MARGIN;
    return start + line * rowHeight() - scroll;
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    Palette palette = Palette.of(dark.get());
    g.setFill(palette.background());
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setFont(font);
    g.setTextBaseline(VPos.CENTER);
    FlameLayout layout = model.layout().get();
    int rows = layout.rows().size();
    for (FlameRow row : layout.rows()) {
      int depth = layout.rows().indexOf(row);
      double top = top(model.orientation().get().line(depth, rows));
      if (top + rowHeight() >= 0 && top <= canvas.getHeight()) {
        draw(g, palette, row, top);
      }
    }
  }

  private void draw(GraphicsContext g, Palette palette, FlameRow row, double top) {
    double width = canvas.getWidth() - 2 * MARGIN;
    for (VisibleBox box : VisibleBox.of(row, model.viewport().get(), width)) {
      double left = MARGIN + box.left() * width;
      double right = MARGIN + box.right() * width;
      double drawn = Math.max(1, right - left - (right - left > 3 ? 1 : 0));
      FlameBox first = row.box(box.first());
      g.setFill(box.merged() ? palette.faint() : colour(first));
      g.fillRect(left, top, drawn, rowHeight() - 1);
      mark(g, palette, first, box.merged(), left, top, drawn);
      if (drawn >= NARROWEST_LABEL && !box.merged()) {
        label(g, model.name(first.function()), isFaded(first), left, top, drawn);
      }
    }
  }

  private void mark(
      GraphicsContext g,
      Palette palette,
      FlameBox box,
      boolean merged,
      double left,
      double top,
      double width) {
    if (merged) {
      return;
    }
    boolean isSelected = box.equals(model.selected().get());
    if (isSelected || box.equals(hovered)) {
      g.setStroke(isSelected ? palette.accent() : palette.text());
      g.setLineWidth(isSelected ? 2 : 1);
      g.strokeRect(left + 0.5, top + 0.5, Math.max(1, width - 1), rowHeight() - 2);
    }
  }

  private void label(
      GraphicsContext g, String name, boolean faded, double left, double top, double width) {
    int fits = (int) ((width - 10) / CHAR);
    String text = name.length() <= fits ? name : name.substring(0, Math.max(1, fits - 1)) + "…";
    g.setFill(faded ? Color.gray(0.55) : Color.web("#1b1508"));
    g.fillText(text, left + 5, top + rowHeight() / 2 - 0.5);
  }

  private boolean isFaded(FlameBox box) {
    return !model.query().get().isBlank() && !model.search().get().functions().get(box.function());
  }

  private Color colour(FlameBox box) {
    if (isFaded(box)) {
      return dark.get() ? Color.web("#2b2f39") : Color.web("#e6e8ee");
    }
    int hash = model.function(box.function()).name().hashCode() * 0x9E3779B1;
    double shade = (hash >>> 24) / 255.0;
    double tint = ((hash >>> 16) & 0xFF) / 255.0;
    if (model.function(box.function()).category() == Category.HOST) {
      return Color.hsb(200 + 18 * shade, 0.42 + 0.12 * tint, 0.90);
    }
    return Color.hsb(18 + 30 * shade, 0.52 + 0.22 * tint, 0.95);
  }

  private Optional<FlameBox> at(double x, double y) {
    FlameLayout layout = model.layout().get();
    double width = canvas.getWidth() - 2 * MARGIN;
    int line = (int) Math.floor((y - top(0)) / rowHeight());
    int row = model.orientation().get().line(line, layout.rows().size());
    return layout.hit(row, model.viewport().get().toLayout((x - MARGIN) / width));
  }

  private void hover(MouseEvent e) {
    FlameBox now = at(e.getX(), e.getY()).orElse(null);
    if (now == null) {
      leave();
    } else if (!now.equals(hovered)) {
      hovered = now;
      tip.setText(model.describe(now));
      tip.show(this, e.getScreenX() + 12, e.getScreenY() + 16);
      draw();
    } else {
      tip.setAnchorX(e.getScreenX() + 12);
      tip.setAnchorY(e.getScreenY() + 16);
    }
  }

  private void leave() {
    tip.hide();
    if (hovered != null) {
      hovered = null;
      draw();
    }
  }

  private void click(MouseEvent e) {
    requestFocus();
    Optional<FlameBox> box = at(e.getX(), e.getY());
    if (box.isEmpty()) {
      model.selected().set(null);
      if (e.getClickCount() == 2) {
        model.zoomOut();
      }
    } else if (e.isShortcutDown()) {
      model.goTo(box.get().function());
    } else if (e.getClickCount() == 2) {
      model.zoom(box.get());
    } else {
      model.selected().set(box.get());
    }
  }

  private void wheel(ScrollEvent e) {
    if (e.isShiftDown()) {
      double hidden = model.layout().get().rows().size() * rowHeight() + 2 * MARGIN - getHeight();
      scroll = Math.clamp(scroll - e.getDeltaX() - e.getDeltaY(), 0, Math.max(0, hidden));
      draw();
    } else {
      double at = (e.getX() - MARGIN) / Math.max(1, canvas.getWidth() - 2 * MARGIN);
      double factor = e.getDeltaY() > 0 ? 1 / WHEEL : WHEEL;
      model.viewport().set(model.viewport().get().zoom(factor, Math.clamp(at, 0, 1)));
    }
    e.consume();
  }

  private void key(KeyEvent e) {
    FlameLayout layout = model.layout().get();
    FlameBox box = model.selected().get();
    Viewport now = model.viewport().get();
    switch (e.getCode()) {
      case ESCAPE -> model.zoomOut();
      case PLUS, EQUALS, ADD -> model.viewport().set(now.zoom(1 / WHEEL, 0.5));
      case MINUS, SUBTRACT -> model.viewport().set(now.zoom(WHEEL, 0.5));
      case LEFT -> model.viewport().set(now.pan(-0.2));
      case RIGHT -> model.viewport().set(now.pan(0.2));
      case ENTER -> {
        if (box != null) {
          model.goTo(box.function());
        }
      }
      case DOWN -> {
        if (box != null) {
          layout.parent(box).ifPresent(model.selected()::set);
        }
      }
      case SPACE -> {
        if (box != null) {
          model.zoom(box);
        }
      }
      default -> {
        return;
      }
    }
    e.consume();
  }
}
