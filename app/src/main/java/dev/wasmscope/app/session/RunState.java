package dev.wasmscope.app.session;

/** What the program under the window is doing. */
public enum RunState {
  /** There is none. */
  IDLE,
  /** It is being assembled, validated and linked. */
  STARTING,
  RUNNING,
  /** It stands at an instruction and can go on. */
  STOPPED,
  /** It stands at the instruction that trapped and can only be looked at. */
  TRAPPED;

  /** Whether there is a program. */
  public boolean isActive() {
    return this != IDLE;
  }

  /** Whether its frames and values can be looked at. */
  public boolean isHalted() {
    return this == STOPPED || this == TRAPPED;
  }
}
