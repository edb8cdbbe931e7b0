package dev.wasmscope.app.debugger;

import dev.wasmscope.app.session.Frame;

/** Says where a frame stands, in words. */
@FunctionalInterface
public interface FramePlaces {
  /** The place of {@code frame}, such as {@code 12:5}. */
  String of(Frame frame);
}
