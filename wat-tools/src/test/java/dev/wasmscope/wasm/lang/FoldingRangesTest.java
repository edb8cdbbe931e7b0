package dev.wasmscope.wasm.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingRangesTest {

  @Test
  void parenthesesAndFlatBlocksFold() {
    assertEquals(
        List.of(
            new FoldingRanges.Range(1, 18),
            new FoldingRanges.Range(6, 16),
            new FoldingRanges.Range(8, 14)),
        FoldingRanges.of(Documents.SUM.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void unbalancedTextsFoldAsFarAsTheyCan() {
    String text = "(module\n(func block\n nop)\n(func))\n))";

    assertEquals(
        List.of(new FoldingRanges.Range(1, 4), new FoldingRanges.Range(2, 3)),
        FoldingRanges.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
