package dev.wasmscope.engine.debug;

/** Is told what happens in a session. Called on the session's thread: must return quickly. */
@FunctionalInterface
public interface DebugListener {

  void onEvent(DebugEvent event);
}
