package dev.wasmscope.app.settings;

/** Which theme the user asked for. */
public enum ThemeChoice {
  /** Whatever the operating system shows, followed live. */
  SYSTEM,
  DARK,
  LIGHT
}
