package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.runtime.Carrier;
import dev.wasmscope.engine.runtime.ProgramExit;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.List;
import java.util.function.Supplier;

/** Tells how a program ended, whatever way it took. */
public final class ProgramEnd {

  private ProgramEnd() {}

  /** Runs a program to its end, on a {@link Carrier}. */
  public static Outcome of(Supplier<List<Value>> program) {
    return Carrier.call("wasm main", () -> end(program));
  }

  private static Outcome end(Supplier<List<Value>> program) {
    try {
      return new Outcome.Returned(program.get());
    } catch (Trap trap) {
      return new Outcome.Trapped(trap.getMessage(), trap.backtrace());
    } catch (WasmException exception) {
      return new Outcome.Uncaught(exception.exception().toString(), exception.backtrace());
    } catch (ProgramExit exit) {
      return new Outcome.Exited(exit.code());
    } catch (Terminated _) {
      return new Outcome.Terminated();
    } catch (DiagnosticException refused) {
      return new Outcome.Failed(sentence(refused));
    } catch (RuntimeException failure) {
      return new Outcome.Failed("the host failed: " + failure);
    } catch (OutOfMemoryError _) {
      return new Outcome.Failed("this machine has no memory left for the program");
    }
  }

  private static String sentence(DiagnosticException refused) {
    String remedy = refused.diagnostic().remedy();
    return remedy.isEmpty() ? refused.getMessage() : refused.getMessage() + ". " + remedy;
  }
}
