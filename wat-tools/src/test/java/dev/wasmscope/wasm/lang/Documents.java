package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.source.Span;
import java.nio.charset.StandardCharsets;

/** Texts for the tests of editor services. */
final class Documents {

  static final String SUM =
      """
      (module
        ;; adds up
        (import "env" "log" (func $log (param i32)))
        (memory $heap 1)
        (global $count (mut i32) (i32.const 0))
        (func $sum (export "sum") (param $a i32) (param $b i32) (result i32)
          (local $total i32)
          block $done
            local.get $a
            local.get $b
            i32.add
            local.set $total
            br $done
          end
          (call $log (local.get $total))
          local.get $total)
        (start $main)
        (func $main (drop (call $sum (i32.const 1) (i32.const 2)))))
      """;

  private Documents() {}

  static WatDocument of(String text) {
    return WatDocument.of(text.getBytes(StandardCharsets.UTF_8), FeatureSet.DEFAULT);
  }

  static String words(String text, Span span) {
    return text.substring(span.start(), span.end());
  }
}
