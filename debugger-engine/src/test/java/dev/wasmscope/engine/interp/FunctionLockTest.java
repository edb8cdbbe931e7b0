package dev.wasmscope.engine.interp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.runtime.WasmFunction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Who changes the probes of a function holds its lock, and waits until the compiler has published
 * what it has made of it.
 */
class FunctionLockTest {

  private final Engine engine = Engine.builder().build();
  private final WasmFunction function =
      Programs.function(
          Programs.instantiate(engine, "(module (func (export \"nothing\")))"), "nothing");

  @Test
  void theCompilerDoesNotWaitForIt() throws InterruptedException {
    synchronized (function) {
      Thread compiler =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    function.callee(function.callee());
                    function.calleeOr(function.callee());
                  });
      assertTrue(compiler.join(Duration.ofSeconds(10)), "waits for the function");
    }
  }
}
