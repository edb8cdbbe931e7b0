package dev.wasmscope.fuzz.module;

/**
 * How large a generated module is; smaller sizes of a failing seed are the first thing to try.
 *
 * @param functions functions defined, 3 at least; the first ones are the same whatever the number,
 *     but for the indices of types
 * @param instructions about how many instructions a body has at most
 */
public record Size(int functions, int instructions) {

  /** What a test that makes many modules wants. */
  public static final Size SMALL = new Size(6, 150);

  /** Bodies over which optimisers have something to do. */
  public static final Size LARGE = new Size(20, 800);
}
