package dev.wasmscope.benchmark;

/**
 * One execution of a kernel.
 *
 * @param checksum the result as the bits of a double, in hexadecimal
 * @param wall milliseconds by the clock
 * @param cpu milliseconds of processor time, of all threads of the engine's process
 */
record Sample(String checksum, double wall, double cpu) {

  /**
   * Reads a peer's answer.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Sample parse(String answer) {
    String[] words = answer.split(" ", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("an answer has three words: " + answer);
    }
    return new Sample(words[0], Long.parseLong(words[1]) / 1e6, Long.parseLong(words[2]) / 1e6);
  }
}
