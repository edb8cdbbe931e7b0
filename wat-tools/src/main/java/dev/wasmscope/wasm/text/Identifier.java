package dev.wasmscope.wasm.text;

import java.nio.charset.StandardCharsets;

/**
 * An identifier of a printed text.
 *
 * @param text with the dollar sign
 * @param name the name that it stands for, where the identifier itself cannot say it; else null
 */
record Identifier(String text, String name) {

  /** The identifier that says {@code name}; null if none can. */
  static Identifier saying(String name) {
    if (name.isEmpty()) {
      return null;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x80 || CharClass.of((byte) c) != CharClass.ID) {
        var quoted = new TextBuilder();
        quoted.add('$');
        StringText.name(quoted, name);
        return new Identifier(new String(quoted.toBytes(), StandardCharsets.UTF_8), null);
      }
    }
    return new Identifier("$" + name, null);
  }

  /** An identifier of one's own making for {@code name}. */
  static Identifier instead(String text, String name) {
    return new Identifier(text, name);
  }

  void print(TextBuilder out) {
    out.add(' ').add(text);
    if (name != null) {
      out.add(" (@name ");
      StringText.name(out, name);
      out.add(')');
    }
  }
}
