package dev.wasmscope.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/** Looks up the window's strings in {@code messages.properties}; keys are dotted paths. */
public final class Text {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.wasmscope.app.text.messages", Locale.getDefault());

  private Text() {}

  /**
   * The string of {@code key} with {@code {0}}, {@code {1}} … replaced by {@code arguments}.
   * Numbers are inserted without grouping so that addresses and line numbers stay copyable.
   *
   * @throws MissingResourceException when the bundle has no such key
   */
  public static String of(String key, Object... arguments) {
    String pattern = BUNDLE.getString(key);
    if (arguments.length == 0) {
      return pattern.replace("''", "'");
    }
    Object[] plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      plain[i] = String.valueOf(arguments[i]);
    }
    return new MessageFormat(pattern, Locale.ROOT).format(plain);
  }

  /** Whether the bundle has {@code key}. */
  public static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }

  /** All keys of the bundle. */
  public static Set<String> keys() {
    return BUNDLE.keySet();
  }
}
