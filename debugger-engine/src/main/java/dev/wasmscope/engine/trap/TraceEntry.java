package dev.wasmscope.engine.trap;

/**
 * A function on the stack when a program trapped.
 *
 * @param module name of the module, or an empty string
 * @param function what users call the function
 * @param index of the function in its module
 * @param offset of the instruction, in bytes from the start of the function's body
 */
public record TraceEntry(String module, String function, int index, int offset) {

  @Override
  public String toString() {
    String owner = module.isEmpty() ? "" : module + "!";
    return "%s%s (func[%d] + 0x%x)".formatted(owner, function, index, offset);
  }
}
