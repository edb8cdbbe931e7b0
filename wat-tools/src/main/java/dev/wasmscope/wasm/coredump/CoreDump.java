package dev.wasmscope.wasm.coredump;

import dev.wasmscope.wasm.module.Module;
import java.util.List;

/**
 * A core dump. All indices in it exist.
 *
 * @param executable what was run
 * @param modules names of the modules: files, addresses, whatever the engine had
 * @param instances instances of those modules
 * @param threads the threads with their stacks, at least one
 * @param image a module without code: its memories, globals and data are those of the instances
 */
public record CoreDump(
    String executable,
    List<String> modules,
    List<CoreInstance> instances,
    List<CoreThread> threads,
    Module image) {

  public CoreDump {
    modules = List.copyOf(modules);
    instances = List.copyOf(instances);
    threads = List.copyOf(threads);
  }

  /**
   * An instance.
   *
   * @param module index of its module
   * @param memories which of the image's memories are its own, by its own indices
   * @param globals likewise
   */
  public record CoreInstance(int module, List<Integer> memories, List<Integer> globals) {
    public CoreInstance {
      memories = List.copyOf(memories);
      globals = List.copyOf(globals);
    }
  }

  /**
   * A thread.
   *
   * @param frames its stack, innermost first
   */
  public record CoreThread(String name, List<CoreFrame> frames) {
    public CoreThread {
      frames = List.copyOf(frames);
    }
  }

  /**
   * An activation of a function.
   *
   * @param instance index of the instance it belongs to
   * @param function index of the function in the instance's module
   * @param offset of the instruction in the function's body; 0 where it is not known
   * @param locals parameters and locals; fewer than there are, where the engine did not keep them
   * @param operands the operand stack, bottom first
   */
  public record CoreFrame(
      int instance, int function, int offset, List<CoreValue> locals, List<CoreValue> operands) {
    public CoreFrame {
      locals = List.copyOf(locals);
      operands = List.copyOf(operands);
    }
  }
}
