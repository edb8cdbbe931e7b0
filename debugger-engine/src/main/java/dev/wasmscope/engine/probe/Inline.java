package dev.wasmscope.engine.probe;

import java.lang.invoke.MethodHandle;
import java.util.List;

/** What compiled code does where a probe is, in place of {@link Probe#fire}. */
public sealed interface Inline {

  /** There is no such thing: a function with the probe is interpreted. */
  record Nothing() implements Inline {}

  /** It counts. */
  record Count(Counter counter) implements Inline {}

  /**
   * It is left, and the interpreter fires the probe: for those that stop the program nearly always.
   */
  record Always() implements Inline {}

  /**
   * It is left if a test of some values says so, and the interpreter fires the probe. The test must
   * change nothing; it may say so too often.
   *
   * @param inputs the arguments of the test
   * @param test its parameters are {@code int}, {@code long}, {@code float} or {@code double} for
   *     numbers, {@code Object} for others; answers a {@code boolean}
   */
  record When(List<Input> inputs, MethodHandle test) implements Inline {
    public When {
      inputs = List.copyOf(inputs);
    }
  }

  /** A value that a test is given. */
  sealed interface Input {

    /** A parameter or local of the function. */
    record Local(int index) implements Input {}

    /** An operand; 0 is the top of the stack. */
    record Operand(int fromTop) implements Input {}
  }

  Inline NOTHING = new Nothing();
  Inline ALWAYS = new Always();
}
