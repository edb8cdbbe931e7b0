package dev.wasmscope.app.session;

import dev.wasmscope.engine.runtime.ValueFormat;
import java.util.List;

/**
 * A value of a halted program.
 *
 * @param name as the text calls it, such as {@code $x}, or its index
 * @param content its type and what it held at the halt
 * @param editable whether it can be written
 */
public record Variable(String name, dev.wasmscope.engine.debug.Variable content, boolean editable) {

  /** Its type in WAT's notation. */
  public String type() {
    return content.typeText();
  }

  /** The formats it can be shown in, the usual one first; none if there is but one. */
  public List<ValueFormat> formats() {
    return ValueFormat.of(content.type());
  }

  /** Its value in {@code format}. */
  public String text(ValueFormat format) {
    return content.text(format);
  }

  /** Its value in the usual format. */
  public String value() {
    return text(usual());
  }

  /** The format it is shown in when nobody chose one. */
  public ValueFormat usual() {
    return formats().isEmpty() ? ValueFormat.SIGNED : formats().getFirst();
  }

  /** Its members, which are shown when it is unfolded; 0 if it cannot be. */
  public int members() {
    return content.members();
  }
}
