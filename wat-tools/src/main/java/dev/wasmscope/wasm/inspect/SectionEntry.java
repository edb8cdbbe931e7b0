package dev.wasmscope.wasm.inspect;

import java.util.OptionalInt;

/**
 * A section as it lies in a file (§5.5.2).
 *
 * @param id the byte that the file gives it, known or not
 * @param name the specification's name in lower case; for a custom section its own name
 * @param start offset in the file of its contents, behind id and size
 * @param end offset in the file after its contents
 * @param count elements of the vector it holds; empty where it holds none
 */
public record SectionEntry(int id, String name, int start, int end, OptionalInt count) {

  /** Bytes of its contents. */
  public int size() {
    return end - start;
  }
}
