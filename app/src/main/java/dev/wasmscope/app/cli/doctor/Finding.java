package dev.wasmscope.app.cli.doctor;

/**
 * One thing found out about the machine.
 *
 * @param subject what was looked for
 * @param need what it is good for
 * @param state whether it is there
 * @param detail where it is or which version; why it is not
 * @param remedy what to do when it is not there, else an empty string
 */
public record Finding(String subject, Need need, State state, String detail, String remedy) {
  /** What something is good for, the most important first. */
  public enum Need {
    RUN,
    WINDOW,
    BUILD,
    SAMPLES,
    COMPARE
  }

  /** Whether something is there. */
  public enum State {
    PRESENT,
    MISSING
  }

  static Finding present(String subject, Need need, String detail) {
    return new Finding(subject, need, State.PRESENT, detail, "");
  }

  static Finding missing(String subject, Need need, String detail, String remedy) {
    return new Finding(subject, need, State.MISSING, detail, remedy);
  }

  /** Whether it is not there. */
  public boolean isMissing() {
    return state == State.MISSING;
  }
}
