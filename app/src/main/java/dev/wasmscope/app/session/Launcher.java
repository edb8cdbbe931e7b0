package dev.wasmscope.app.session;

/** Makes programs out of documents. */
@FunctionalInterface
public interface Launcher {
  /**
   * Assembles, validates and links; the program does not run yet. Takes its time: call it in the
   * background.
   *
   * @throws LaunchException when the document is no runnable module
   */
  Debuggee launch(LaunchRequest request, DebuggeeListener listener) throws LaunchException;
}
