package dev.wasmscope.wasm.instr;

import static dev.wasmscope.wasm.instr.Standard.PROPOSAL;
import static dev.wasmscope.wasm.instr.Standard.V1_0;
import static dev.wasmscope.wasm.instr.Standard.V2_0;
import static dev.wasmscope.wasm.instr.Standard.V3_0;

import java.util.Arrays;
import java.util.Optional;

/** What a module may need beyond the first standard; names are those of other tools' switches. */
public enum Feature {
  MVP("mvp", V1_0),
  MUTABLE_GLOBALS("mutable-globals", V2_0),
  SIGN_EXTENSION("sign-extension", V2_0),
  SATURATING_FLOAT_TO_INT("saturating-float-to-int", V2_0),
  MULTI_VALUE("multi-value", V2_0),
  REFERENCE_TYPES("reference-types", V2_0),
  BULK_MEMORY("bulk-memory", V2_0),
  SIMD("simd", V2_0),
  EXTENDED_CONST("extended-const", V3_0),
  TAIL_CALL("tail-call", V3_0),
  MULTI_MEMORY("multi-memory", V3_0),
  MEMORY64("memory64", V3_0),
  FUNCTION_REFERENCES("function-references", V3_0),
  GC("gc", V3_0),
  EXCEPTIONS("exceptions", V3_0),
  RELAXED_SIMD("relaxed-simd", V3_0),
  THREADS("threads", PROPOSAL),
  LEGACY_EXCEPTIONS("legacy-exceptions", PROPOSAL),
  CUSTOM_PAGE_SIZES("custom-page-sizes", PROPOSAL),
  WIDE_ARITHMETIC("wide-arithmetic", PROPOSAL),
  STRINGREF("stringref", PROPOSAL);

  private final String id;
  private final Standard since;

  Feature(String id, Standard since) {
    this.id = id;
    this.since = since;
  }

  /** The name used on command lines and in files. */
  public String id() {
    return id;
  }

  /** The first version of the standard that has it. */
  public Standard since() {
    return since;
  }

  /** The feature called {@code id}. */
  public static Optional<Feature> of(String id) {
    return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
  }
}
