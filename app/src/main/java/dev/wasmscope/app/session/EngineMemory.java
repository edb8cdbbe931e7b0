package dev.wasmscope.app.session;

import dev.wasmscope.engine.debug.DebugSession;
import dev.wasmscope.engine.debug.SessionState;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The memories of a session's instance. */
final class EngineMemory implements MemoryAccess {
  private static final long PATIENCE_MILLIS = 1000;

  private final DebugSession session;

  EngineMemory(DebugSession session) {
    this.session = session;
  }

  private Optional<MemoryInstance> memory(int index) {
    return session
        .instance()
        .filter(instance -> index < instance.memoryCount())
        .map(instance -> instance.memory(index));
  }

  @Override
  public Optional<byte[]> initial(int memory, int length) {
    return memory(memory)
        .flatMap(m -> session.instance().map(i -> InitialMemory.of(i.store(), m, length)));
  }

  @Override
  public int count() {
    return session.instance().map(Instance::memoryCount).orElse(0);
  }

  @Override
  public long size(int memory) {
    return memory(memory).map(MemoryInstance::byteSize).orElse(0L);
  }

  @Override
  public int read(int memory, long address, byte[] into) {
    Optional<MemoryInstance> instance = memory(memory);
    if (instance.isEmpty()) {
      return 0;
    }
    byte[] bytes = instance.get().read(address, into.length);
    System.arraycopy(bytes, 0, into, 0, bytes.length);
    return bytes.length;
  }

  @Override
  public boolean write(int memory, long address, byte[] bytes) {
    Optional<MemoryInstance> instance = memory(memory);
    if (instance.isEmpty() || session.state() != SessionState.STOPPED) {
      return false;
    }
    try {
      session
          .writeMemory(instance.get(), address, bytes)
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException refused) {
      return false;
    }
  }
}
