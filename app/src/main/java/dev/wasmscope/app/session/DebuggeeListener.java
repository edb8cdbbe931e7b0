package dev.wasmscope.app.session;

import dev.wasmscope.profile.model.Profile;
import java.util.List;

/** What a program tells; called on the program's thread. */
public interface DebuggeeListener {
  /** It runs. */
  void running();

  /** It stands. */
  void halted(Halt halt);

  /**
   * It ended.
   *
   * @param results of the export called, in WAT's notation
   * @param exitCode of a command program; 0 when it returned
   */
  void ended(List<String> results, int exitCode);

  /** It could not go on, with a sentence why; it is gone. */
  void failed(String sentence);

  /** It was profiled; told before it ended or when it trapped. */
  void profiled(Profile profile);

  /** Something to know about the run, such as a stub that was called. */
  void remarked(String sentence);

  /** It wrote to standard output or, if {@code error}, standard error. */
  void wrote(String text, boolean error);
}
