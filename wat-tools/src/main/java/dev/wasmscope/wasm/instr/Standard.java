package dev.wasmscope.wasm.instr;

/** Versions of the standard, and what is beyond them. */
public enum Standard {
  V1_0("1.0"),
  V2_0("2.0"),
  V3_0("3.0"),
  PROPOSAL("proposal");

  private final String title;

  Standard(String title) {
    this.title = title;
  }

  /** The version as people write it. */
  public String title() {
    return title;
  }
}
