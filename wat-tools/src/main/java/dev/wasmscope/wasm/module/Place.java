package dev.wasmscope.wasm.module;

/**
 * A place in the code: the one notion of "where" in debugger, profiler, disassembly and debug
 * information.
 *
 * @param function index in the module's function index space, imports included
 * @param offset bytes from the start of the function's body, local declarations included
 */
public record Place(int function, int offset) implements Site, Comparable<Place> {

  @Override
  public int compareTo(Place other) {
    int byFunction = Integer.compareUnsigned(function, other.function);
    return byFunction != 0 ? byFunction : Integer.compare(offset, other.offset);
  }
}
