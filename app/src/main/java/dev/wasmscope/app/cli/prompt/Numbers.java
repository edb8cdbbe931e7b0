package dev.wasmscope.app.cli.prompt;

/** Numbers among the arguments of commands. */
final class Numbers {

  private Numbers() {}

  /** A number from 1 to {@code most}. */
  static int count(String text, int most) {
    int number = from0(text);
    if (number < 1 || number > most) {
      throw new PromptException("expected a number from 1 to " + most + ", found " + text);
    }
    return number;
  }

  /** A number from 0 on. */
  static int from0(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new PromptException("expected a number, found '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}
