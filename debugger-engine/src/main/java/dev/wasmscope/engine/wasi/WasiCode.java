package dev.wasmscope.engine.wasi;

import java.io.IOException;

/** What a function of WASI does; returning is success, an exception becomes an error number. */
@FunctionalInterface
interface WasiCode {

  /** Carries out one call. */
  void run(WasiCall call) throws IOException;
}
