package dev.wasmscope.app.control;

import dev.wasmscope.engine.runtime.ValueFormat;
import java.util.List;

/**
 * One named value of a list.
 *
 * @param name as the program calls it
 * @param value in WAT's notation
 * @param type in WAT's notation; may be empty
 * @param detail the value in other notations, a line for each; may be empty
 * @param changed whether the last step changed it
 * @param editable whether it can be written
 * @param depth how many values it stands within
 * @param fold whether members stand below it
 * @param formats the formats it can be shown in; none if there is but one
 */
public record ValueRow(
    String name,
    String value,
    String type,
    String detail,
    boolean changed,
    boolean editable,
    int depth,
    Fold fold,
    List<ValueFormat> formats) {

  /** Whether members stand below a row. */
  public enum Fold {
    NONE,
    CLOSED,
    OPEN
  }

  /** Copies the list. */
  public ValueRow {
    formats = List.copyOf(formats);
  }
}
