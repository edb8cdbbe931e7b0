package dev.wasmscope.app.cli;

/** What the process tells its caller; the numbers are part of the documented command line. */
public final class ExitCode {
  /** All is well. */
  public static final int OK = 0;

  /** The program failed or trapped, or what was to be checked did not hold. */
  public static final int FAILED = 1;

  /** The command line itself is wrong. */
  public static final int USAGE = 2;

  /** An input cannot be used: missing, malformed, invalid, or not linkable. */
  public static final int BAD_INPUT = 3;

  private ExitCode() {}
}
