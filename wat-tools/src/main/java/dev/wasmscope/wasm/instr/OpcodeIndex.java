package dev.wasmscope.wasm.instr;

import java.util.HashMap;
import java.util.Map;

/** Finds rows of the table by code and by mnemonic. */
public final class OpcodeIndex {

  private static final int PREFIX_FIRST = 0xFB;
  private static final int PREFIX_COUNT = 4;
  private static final int NUMBERS = 0x200;

  private static final Opcode[] SINGLE = new Opcode[256];
  private static final Opcode[][] PREFIXED = new Opcode[PREFIX_COUNT][NUMBERS];

  static {
    for (Opcode opcode : Opcode.values()) {
      if (opcode.prefix() == 0) {
        SINGLE[opcode.number()] = opcode;
      } else {
        PREFIXED[opcode.prefix() - PREFIX_FIRST][opcode.number()] = opcode;
      }
    }
  }

  /** Made only for the text format. */
  private static final class Mnemonics {
    static final Map<String, Opcode> ALL = new HashMap<>();

    static {
      for (Opcode opcode : Opcode.values()) {
        ALL.putIfAbsent(opcode.mnemonic(), opcode);
      }
    }

    private Mnemonics() {}
  }

  private OpcodeIndex() {}

  /** Whether {@code unsignedByte} announces a number that tells the instruction. */
  public static boolean isPrefix(int unsignedByte) {
    return unsignedByte >= PREFIX_FIRST && unsignedByte < PREFIX_FIRST + PREFIX_COUNT;
  }

  /** The row of a single-byte code, or null. */
  public static Opcode single(int unsignedByte) {
    return SINGLE[unsignedByte];
  }

  /** The row behind a prefix byte, or null; {@code number} is unsigned. */
  public static Opcode prefixed(int prefix, int number) {
    return Integer.compareUnsigned(number, NUMBERS) < 0
        ? PREFIXED[prefix - PREFIX_FIRST][number]
        : null;
  }

  /** The row of a keyword of the text format, the first where two share it, or null. */
  public static Opcode mnemonic(String keyword) {
    return Mnemonics.ALL.get(keyword);
  }
}
