package dev.wasmscope.app.tour;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts mistakes into a text, as somebody does who types. */
final class Mistakes {
  private static final Pattern NAME = Pattern.compile("local\\.get \\$(\\w+)");
  private static final Pattern INSTRUCTION = Pattern.compile("i32\\.sub");

  private Mistakes() {}

  /** {@code text} with a misspelt local and a misspelt instruction. */
  static String in(String text) {
    Matcher name = NAME.matcher(text);
    String misnamed =
        name.find() ? text.substring(0, name.end()) + "s" + text.substring(name.end()) : text;
    return INSTRUCTION.matcher(misnamed).replaceFirst("i32.subtract");
  }
}
