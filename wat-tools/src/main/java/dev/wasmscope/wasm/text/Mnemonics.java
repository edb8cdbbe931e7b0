package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.instr.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds instructions by the bytes of their keyword, without making strings. */
final class Mnemonics {

  private static final int SIZE = 4096;
  private static final Opcode[] ROWS = new Opcode[SIZE];
  private static final byte[][] KEYS = new byte[SIZE][];

  static {
    for (Opcode opcode : Opcode.values()) {
      byte[] key = opcode.mnemonic().getBytes(StandardCharsets.US_ASCII);
      int slot = slot(key, 0, key.length);
      if (KEYS[slot] == null) {
        KEYS[slot] = key;
        ROWS[slot] = opcode;
      }
    }
  }

  private Mnemonics() {}

  /** The row with this keyword, the first where two share it, or null. */
  static Opcode find(byte[] bytes, int start, int end) {
    return ROWS[slot(bytes, start, end)];
  }

  private static int slot(byte[] bytes, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ hash >>> 12) & SIZE - 1;
    while (KEYS[slot] != null
        && !Arrays.equals(KEYS[slot], 0, KEYS[slot].length, bytes, start, end)) {
      slot = slot + 1 & SIZE - 1;
    }
    return slot;
  }
}
