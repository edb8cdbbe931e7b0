package dev.wasmscope.engine.jit;

/**
 * How long compiled code with Java's vectors may stay in its loops before it leaves them, to be
 * entered again at once.
 *
 * <p>When a method is called once and does not come back, HotSpot replaces it in the middle of a
 * loop. What has been in the interpreter's variables until then is objects, and so vectors that go
 * around the loop stay objects, which is twenty times as slow. A method that has been called often
 * enough is compiled from its start, where there are no such objects: so it is called often at
 * first, and now and then later.
 */
public final class Rounds {

  /** HotSpot compiles a method with loops after 600 calls. */
  private static final int FEW_UNTIL = 640;

  private static final int SOME_UNTIL = 1000;
  private static final int FEW = 32;
  private static final int SOME = 512;
  private static final int MANY = 1 << 23;

  private int entries;

  /** The number of rounds until the code is to be left; threads may come here at once. */
  public int next() {
    int entry = entries;
    if (entry >= SOME_UNTIL) {
      return MANY;
    }
    entries = entry + 1;
    return entry < FEW_UNTIL ? FEW : SOME;
  }
}
