package dev.wasmscope.engine.trap;

/**
 * A function on the stack when a program trapped, as often as it is there in succession.
 *
 * @param module name of the module, or an empty string
 * @param function what users call the function
 * @param index of the function in its module
 * @param offset of the instruction, in bytes from the start of the function's body
 * @param times how often the function stands there, each having called the next
 */
public record TraceEntry(String module, String function, int index, int offset, int times) {

  /** The same, so many times. */
  public TraceEntry times(int often) {
    return new TraceEntry(module, function, index, offset, often);
  }

  @Override
  public String toString() {
    String owner = module.isEmpty() ? "" : module + "!";
    String often = times == 1 ? "" : ", %,d times".formatted(times);
    return "%s%s (func[%d] + 0x%x)%s".formatted(owner, function, index, offset, often);
  }
}
