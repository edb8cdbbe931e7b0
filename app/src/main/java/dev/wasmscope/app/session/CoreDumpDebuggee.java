package dev.wasmscope.app.session;

import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.debug.PostMortem;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.wasm.module.Place;
import java.util.List;
import java.util.Optional;

/** A program that is no more: its core dump is looked at as if it stood still, for ever. */
final class CoreDumpDebuggee implements Debuggee {
  private final PostMortem dump;
  private final ProgramText text;
  private final DebuggeeListener listener;

  /**
   * Shows {@code dump}.
   *
   * @param text of the module that was run, or of the dump where nobody has it
   */
  CoreDumpDebuggee(PostMortem dump, ProgramText text, DebuggeeListener listener) {
    this.dump = dump;
    this.text = text;
    this.listener = listener;
  }

  @Override
  public void start() {
    listener.halted(Halts.of(dump.snapshot()));
  }

  @Override
  public void resume() {}

  @Override
  public void pause() {}

  @Override
  public void step(Step step) {}

  @Override
  public void runTo(Place place) {}

  @Override
  public void terminate() {}

  @Override
  public List<Breakpoint> setBreakpoints(List<Breakpoint> breakpoints) {
    return breakpoints;
  }

  @Override
  public Optional<String> write(Target target, int frame, int index, String written) {
    return Optional.of(Text.of("halt.coreDump"));
  }

  @Override
  public Optional<String> writeMember(Variable owner, Variable member, int frame, String written) {
    return Optional.of(Text.of("halt.coreDump"));
  }

  @Override
  public List<Variable> members(Variable owner, int frame, int from, int count) {
    return List.of();
  }

  @Override
  public Optional<String> selectThread(int id) {
    try {
      dump.selectThread(id);
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return Optional.of(refused.getMessage());
    }
  }

  @Override
  public Optional<Halt> snapshot() {
    return Optional.of(Halts.of(dump.snapshot()));
  }

  @Override
  public MemoryAccess memory() {
    List<MemoryInstance> memories = dump.memories();
    return new MemoryAccess() {
      @Override
      public int count() {
        return memories.size();
      }

      @Override
      public long size(int memory) {
        return memory < memories.size() ? memories.get(memory).byteSize() : 0;
      }

      @Override
      public int read(int memory, long address, byte[] into) {
        if (memory >= memories.size()) {
          return 0;
        }
        byte[] bytes = memories.get(memory).read(address, into.length);
        System.arraycopy(bytes, 0, into, 0, bytes.length);
        return bytes.length;
      }

      @Override
      public boolean write(int memory, long address, byte[] bytes) {
        return false;
      }
    };
  }

  @Override
  public SourceLines source() {
    return text;
  }

  @Override
  public void stdin(String written) {}

  @Override
  public void endOfInput() {}
}
