package dev.wasmscope.engine.jit;

/**
 * How long compiled code with Java's vectors may stay in its loops before it leaves them, to be
 * entered again at once.
 *
 * <p>When a method is called once and does not come back, HotSpot replaces it in the middle of a
 * loop. What has been in the interpreter's variables until then is objects, and so vectors that go
 * around the loop stay objects, which is twenty times as slow. A method that has been called often
 * enough is compiled from its start, where there are no such objects. So code that stays in a loop
 * is left: there is a unit that starts at this loop, or will be soon. That one is called again and
 * again, more often than there is work for it.
 */
public final class Rounds {

  /** HotSpot compiles a method with loops after 600 calls. */
  private static final int HOTSPOT_CALLS = 640;

  private static final int SHORT_ENTRIES = 16;
  private static final int FEW = 32;
  private static final int SOME = 2_000;
  private static final int MANY = 1 << 23;

  private final int first;
  private final int entriesAtFirst;
  private final int emptyCalls;
  private int entries;

  private Rounds(int first, int entriesAtFirst, int emptyCalls) {
    this.first = first;
    this.entriesAtFirst = entriesAtFirst;
    this.emptyCalls = emptyCalls;
  }

  /** Of a unit. */
  static Rounds ofUnit() {
    return new Rounds(SOME, SHORT_ENTRIES, HOTSPOT_CALLS / 10);
  }

  /** Of a method that is a part of a split function: nobody else calls it. */
  static Rounds ofPart() {
    return new Rounds(FEW, HOTSPOT_CALLS + 60, 0);
  }

  /** The number of rounds until the code is to be left; threads may come here at once. */
  public int next() {
    int entry = entries;
    if (entry >= entriesAtFirst) {
      return MANY;
    }
    entries = entry + 1;
    return first;
  }

  /** How often the code is to be called for nothing before it is entered. */
  public int emptyCalls() {
    return entries < entriesAtFirst ? emptyCalls : 0;
  }
}
