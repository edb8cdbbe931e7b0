package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.type.ValType;
import java.util.List;

/** Instructions that belong together: what they can be used for. */
interface Family {

  /**
   * A use of an instruction.
   *
   * @param weight how often it is wanted, compared to others
   * @param make emits it with all its operands
   */
  record Way(int weight, Runnable make) {}

  /** Ways to leave one value of {@code type} on the stack. */
  List<Way> values(ValType type);

  /** Ways to do something that leaves the stack as it was. */
  List<Way> statements();
}
