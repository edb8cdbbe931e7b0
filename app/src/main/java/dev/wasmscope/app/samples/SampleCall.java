package dev.wasmscope.app.samples;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One call of an export and what it must give: results, a trap or an exception.
 *
 * @param export the name of the exported function
 * @param args the arguments in WAT's notation, without their types
 * @param results the results in the same notation; empty if it traps or throws
 * @param trap the specification's wording of the trap it ends in
 * @param thrown the name of the exported tag that it throws
 * @param stack the names of the functions on the stack at the trap, innermost first
 * @param memory what must stand in the exported memory afterwards
 */
public record SampleCall(
    String export,
    List<String> args,
    List<String> results,
    Optional<String> trap,
    @JsonProperty("throws") Optional<String> thrown,
    List<String> stack,
    List<Memory> memory) {

  /** Absent lists are empty. */
  public SampleCall {
    args = Sample.listOf(args);
    results = Sample.listOf(results);
    stack = Sample.listOf(stack);
    memory = Sample.listOf(memory);
  }

  /**
   * Bytes expected in memory.
   *
   * @param address the address of the first byte, decimal or hexadecimal
   * @param text the bytes as UTF-8
   * @param hex the bytes in hexadecimal, with spaces anywhere
   */
  public record Memory(String address, Optional<String> text, Optional<String> hex) {

    /** The address of the first byte. */
    public long start() {
      return Long.decode(address);
    }

    /** The expected bytes. */
    public byte[] bytes() {
      return text.map(characters -> characters.getBytes(StandardCharsets.UTF_8))
          .or(() -> hex.map(digits -> HexFormat.of().parseHex(digits.replace(" ", ""))))
          .orElseThrow(() -> new IllegalStateException("neither text nor hex at " + address));
    }
  }
}
