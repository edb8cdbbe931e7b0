package dev.wasmscope.engine.script;

/**
 * A command that did not do what the script says.
 *
 * @param file name of the script
 * @param line of the command, from 1
 * @param message expected and found
 */
public record Failure(String file, int line, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
