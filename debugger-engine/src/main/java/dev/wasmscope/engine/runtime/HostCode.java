package dev.wasmscope.engine.runtime;

/** What a host function does. */
@FunctionalInterface
public interface HostCode {

  /**
   * Reads the arguments of {@code call} and sets its results.
   *
   * @throws dev.wasmscope.engine.trap.Trap to trap in the caller
   * @throws WasmException to throw a WebAssembly exception in the caller
   * @throws ProgramExit to end the program
   */
  void call(HostCall call);
}
