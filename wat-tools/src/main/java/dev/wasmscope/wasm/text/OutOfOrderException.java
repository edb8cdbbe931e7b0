package dev.wasmscope.wasm.text;

import java.io.Serial;

/** Something was parsed beside others whose number depends on what comes before it in the text. */
final class OutOfOrderException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  OutOfOrderException() {
    super("parsed out of order", null, false, false);
  }
}
