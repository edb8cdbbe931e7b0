package dev.wasmscope.engine.script;

import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;

/** Checks that something fails, with the message that a script expects as its beginning. */
final class Expected {

  private Expected() {}

  static void trap(String message, Runnable action) {
    try {
      action.run();
    } catch (Trap trap) {
      compare(message, trap.getMessage());
      return;
    }
    throw new ScriptFault("expected the trap \"" + message + "\", found none");
  }

  static void exception(Runnable action) {
    try {
      action.run();
    } catch (WasmException _) {
      return;
    }
    throw new ScriptFault("expected an exception, found none");
  }

  static void unlinkable(String message, Runnable action) {
    try {
      action.run();
    } catch (DiagnosticException e) {
      if (e.diagnostic().code().kind() == DiagnosticCode.Kind.UNLINKABLE) {
        compare(message, e.getMessage());
        return;
      }
      throw e;
    }
    throw new ScriptFault("expected \"" + message + "\", but the module links");
  }

  static void invalid(String message, CompiledModule module) {
    switch (module) {
      case CompiledModule.Invalid(var diagnostic) -> compare(message, diagnostic.message());
      case CompiledModule.Malformed(var diagnostic) ->
          throw new ScriptFault(
              "expected invalid \"%s\", found malformed \"%s\""
                  .formatted(message, diagnostic.message()));
      case CompiledModule.Valid _ ->
          throw new ScriptFault("expected \"" + message + "\", but the module is valid");
    }
  }

  static void malformed(String message, CompiledModule module) {
    switch (module) {
      case CompiledModule.Malformed(var diagnostic) -> compare(message, diagnostic.message());
      case CompiledModule.Invalid(var diagnostic) ->
          throw new ScriptFault(
              "expected malformed \"%s\", found invalid \"%s\""
                  .formatted(message, diagnostic.message()));
      case CompiledModule.Valid _ ->
          throw new ScriptFault("expected \"" + message + "\", but the module is valid");
    }
  }

  /** Either malformed or invalid. */
  static void refused(String message, CompiledModule module) {
    if (module instanceof CompiledModule.Malformed) {
      malformed(message, module);
    } else {
      invalid(message, module);
    }
  }

  private static void compare(String expected, String found) {
    if (!found.startsWith(expected)) {
      throw new ScriptFault("expected \"" + expected + "\", found \"" + found + "\"");
    }
  }
}
