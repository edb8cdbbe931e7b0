package dev.wasmscope.fuzz;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages files as disks, networks and adversaries do; the same seed does the same damage. */
public final class Mutator {

  /** Bytes on which decoders turn: edges of LEB128, types, prefixes, blocks. */
  private static final int[] INTERESTING = {
    0x00, 0x01, 0x0B, 0x40, 0x60, 0x63, 0x64, 0x70, 0x7F, 0x80, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF
  };

  private final SplittableRandom random;

  public Mutator(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A damaged copy. */
  public byte[] mutate(byte[] file) {
    byte[] bytes = file.clone();
    for (int i = 0; i <= random.nextInt(4); i++) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) INTERESTING[random.nextInt(INTERESTING.length)];
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 3 -> hugeNumber(bytes, at);
      case 4 -> {
        return remove(bytes, at, 1 + random.nextInt(4));
      }
      default -> {
        return repeat(bytes, at, 1 + random.nextInt(16));
      }
    }
    return bytes;
  }

  private static void hugeNumber(byte[] bytes, int at) {
    for (int i = 0; i < 4 && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) 0xFF;
    }
    if (at + 4 < bytes.length) {
      bytes[at + 4] = 0x0F;
    }
  }

  private static byte[] remove(byte[] bytes, int at, int count) {
    int end = Math.min(bytes.length, at + count);
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
    System.arraycopy(bytes, end, shorter, at, bytes.length - end);
    return shorter;
  }

  private static byte[] repeat(byte[] bytes, int at, int count) {
    int end = Math.min(bytes.length, at + count);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + (end - at));
    System.arraycopy(bytes, at, longer, end, bytes.length - at);
    return longer;
  }
}
