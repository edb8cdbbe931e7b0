package dev.wasmscope.engine.script;

import java.io.Serial;

/** A command did not do what the script says. */
final class ScriptFault extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  ScriptFault(String message) {
    super(message, null, false, false);
  }
}
