package dev.wasmscope.app.memory;

import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.theme.Palette;
import dev.wasmscope.app.theme.Themes;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws the visible rows of a memory and takes typing; the scroll bar counts in rows. */
final class HexCanvas extends Region {
  private static final double ROW_HEIGHT = 20;
  private static final double HEADER = 22;
  private static final double BAR_WIDTH = 12;
  private static final double FONT_SIZE = 12.5;
  private static final double CHAR = FONT_SIZE * 0.6;
  private static final double LEFT = 14;
  private static final double BYTES = LEFT + CHAR * 8 + 22;
  private static final double CELL = CHAR * 2 + 8;
  private static final double HALF_GAP = 10;
  private static final double ASCII = BYTES + CELL * MemoryModel.ROW + HALF_GAP + 18;

  private final MemoryModel model;
  private final ObservableBooleanValue dark;
  private final Canvas canvas = new Canvas();
  private final ScrollBar bar = new ScrollBar();
  private final Font font = Font.font(Themes.MONOSPACE, FONT_SIZE);
  private boolean inAscii;

  HexCanvas(MemoryModel model, ObservableBooleanValue dark) {
    this.model = model;
    this.dark = dark;
  }

  static HexCanvas of(MemoryModel model, ObservableBooleanValue dark) {
    HexCanvas view = new HexCanvas(model, dark);
    view.build();
    return view;
  }

  private void build() {
    setId("hex");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setAccessibleText(Text.of("panel.memory"));
    bar.setOrientation(Orientation.VERTICAL);
    bar.setUnitIncrement(1);
    getChildren().addAll(canvas, bar);
    bar.valueProperty().subscribe(row -> draw());
    model.revision().subscribe(revision -> update());
    model.cursor().subscribe(at -> reveal());
    dark.subscribe(on -> draw());
    focusedProperty().subscribe(on -> draw());
    setOnMousePressed(this::press);
    setOnScroll(e -> scroll(-Math.signum(e.getDeltaY()) * 3));
    setOnKeyPressed(this::keyPressed);
    setOnKeyTyped(this::keyTyped);
  }

  private long rows() {
    return (model.size().get() + MemoryModel.ROW - 1) / MemoryModel.ROW;
  }

  private int visibleRows() {
    return (int) Math.max(1, (getHeight() - HEADER) / ROW_HEIGHT);
  }

  private long topRow() {
    return (long) Math.floor(bar.getValue());
  }

  private void update() {
    bar.setMax(Math.max(0.0, (double) (rows() - visibleRows())));
    double share = rows() == 0 ? 1 : (double) visibleRows() / rows();
    bar.setVisibleAmount(Math.max(share, 0.1) * bar.getMax());
    bar.setBlockIncrement(visibleRows());
    bar.setVisible(rows() > visibleRows());
    draw();
  }

  private void scroll(double rows) {
    bar.setValue(Math.clamp(bar.getValue() + rows, 0, bar.getMax()));
  }

  private void reveal() {
    long row = model.cursor().get() / MemoryModel.ROW;
    if (row < topRow() || row >= topRow() + visibleRows()) {
      bar.setValue(Math.clamp(row - visibleRows() / 2.0, 0, bar.getMax()));
    }
    draw();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(Math.max(0, getWidth() - BAR_WIDTH));
    canvas.setHeight(getHeight());
    bar.resizeRelocate(getWidth() - BAR_WIDTH, HEADER, BAR_WIDTH, getHeight() - HEADER);
    update();
  }

  @Override
  protected double computeMaxWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computePrefWidth(double height) {
    return ASCII + CHAR * MemoryModel.ROW + BAR_WIDTH + LEFT;
  }

  private static double x(int column) {
    return BYTES + column * CELL + (column >= MemoryModel.ROW / 2 ? HALF_GAP : 0);
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    Palette palette = Palette.of(dark.get());
    g.setFill(palette.surface());
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setFont(font);
    g.setTextBaseline(VPos.CENTER);
    header(g, palette);
    byte[] bytes = new byte[MemoryModel.ROW];
    for (int i = 0; i <= visibleRows(); i++) {
      long address = (topRow() + i) * MemoryModel.ROW;
      int length = model.read(address, bytes);
      if (length > 0) {
        row(g, palette, HEADER + i * ROW_HEIGHT, address, bytes, length);
      }
    }
  }

  private static void header(GraphicsContext g, Palette palette) {
    g.setFill(palette.faint());
    double y = HEADER / 2;
    g.fillText(Text.of("memory.address"), LEFT, y);
    for (int i = 0; i < MemoryModel.ROW; i++) {
      g.fillText(String.format("+%x", i), x(i), y);
    }
    g.fillText(Text.of("memory.ascii"), ASCII, y);
  }

  private void row(
      GraphicsContext g, Palette palette, double top, long address, byte[] bytes, int length) {
    double y = top + ROW_HEIGHT / 2;
    g.setFill(palette.muted());
    g.fillText(String.format("%08x", address), LEFT, y);
    for (int i = 0; i < length; i++) {
      int age = model.age(address + i);
      backdrop(g, palette, top, address + i, i, age);
      g.setFill(ink(palette, bytes[i], age));
      g.fillText(String.format("%02x", bytes[i]), x(i), y);
      char c = (char) (bytes[i] & 0xFF);
      boolean printable = c >= ' ' && c < 0x7F;
      if (!printable) {
        g.setFill(palette.faint());
      }
      g.fillText(printable ? String.valueOf(c) : "·", ASCII + i * CHAR, y);
    }
  }

  private static Color ink(Palette palette, byte value, int age) {
    if (age > 0) {
      return age == 1 ? palette.changed() : palette.text();
    }
    return value == 0 ? palette.faint() : palette.text();
  }

  private void backdrop(
      GraphicsContext g, Palette palette, double top, long address, int column, int age) {
    if (age > 0) {
      double strength = 0.45 - 0.07 * (age - 1);
      Color back = palette.changedBack();
      g.setFill(new Color(back.getRed(), back.getGreen(), back.getBlue(), strength));
      g.fillRoundRect(x(column) - 4, top + 1, CELL, ROW_HEIGHT - 2, 4, 4);
      g.fillRect(ASCII + column * CHAR, top + 1, CHAR, ROW_HEIGHT - 2);
    }
    if (address == model.cursor().get()) {
      g.setFill(palette.selection());
      g.fillRoundRect(x(column) - 4, top + 1, CELL, ROW_HEIGHT - 2, 4, 4);
      g.fillRect(ASCII + column * CHAR, top + 1, CHAR, ROW_HEIGHT - 2);
      if (isFocused()) {
        g.setFill(palette.accent());
        double at = inAscii ? ASCII + column * CHAR : x(column) + (model.onLowNibble() ? CHAR : 0);
        g.fillRect(at, top + ROW_HEIGHT - 3, CHAR, 2);
      }
    }
  }

  private void press(MouseEvent e) {
    requestFocus();
    long row = topRow() + (long) ((e.getY() - HEADER) / ROW_HEIGHT);
    if (e.getY() < HEADER || row >= rows()) {
      return;
    }
    inAscii = e.getX() >= ASCII - 4;
    int column = MemoryModel.ROW - 1;
    if (inAscii) {
      column = (int) Math.clamp((e.getX() - ASCII) / CHAR, 0, MemoryModel.ROW - 1);
    } else {
      while (column > 0 && x(column) - 4 > e.getX()) {
        column--;
      }
    }
    model.moveTo(row * MemoryModel.ROW + column);
    draw();
  }

  private void keyPressed(KeyEvent e) {
    long at = model.cursor().get();
    long page = (long) visibleRows() * MemoryModel.ROW;
    long target =
        switch (e.getCode()) {
          case LEFT -> at - 1;
          case RIGHT -> at + 1;
          case UP -> at - MemoryModel.ROW;
          case DOWN -> at + MemoryModel.ROW;
          case PAGE_UP -> at - page;
          case PAGE_DOWN -> at + page;
          case HOME -> e.isShortcutDown() ? 0 : at / MemoryModel.ROW * MemoryModel.ROW;
          case END -> e.isShortcutDown() ? model.size().get() - 1 : at | (MemoryModel.ROW - 1);
          default -> Long.MIN_VALUE;
        };
    if (target != Long.MIN_VALUE) {
      model.moveTo(target);
      e.consume();
    }
  }

  private void keyTyped(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown() || e.getCharacter().isEmpty()) {
      return;
    }
    char typed = e.getCharacter().charAt(0);
    if (inAscii ? typed >= ' ' && model.typeChar(typed) : typeHex(typed)) {
      e.consume();
    }
  }

  private boolean typeHex(char typed) {
    int digit = Character.digit(typed, 16);
    return digit >= 0 && model.typeHex(digit);
  }
}
