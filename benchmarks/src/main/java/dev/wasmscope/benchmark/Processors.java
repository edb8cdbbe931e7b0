package dev.wasmscope.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The machine's processors. They may differ, if they are shared with other machines for instance,
 * and the system keeps a process on the one where it is: whoever is compared must be on the same.
 *
 * @param numbers of those that may be used; none where processes cannot be confined to one
 */
record Processors(List<Integer> numbers) {

  private static final String COMMAND = "taskset";
  private static final Pattern LIST = Pattern.compile("[0-9,-]+$");
  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");

  /** Those that this process may use. */
  static Processors find() {
    try {
      return told(run("-cp", Long.toString(ProcessHandle.current().pid())));
    } catch (IOException e) {
      return new Processors(List.of());
    }
  }

  /** Those of an answer that ends in a list such as {@code 0-2,5}; none if it does not. */
  static Processors told(String answer) {
    Matcher list = LIST.matcher(answer);
    return new Processors(
        list.find()
            ? RANGE.matcher(list.group()).results().flatMap(Processors::range).toList()
            : List.of());
  }

  private static Stream<Integer> range(MatchResult ends) {
    int first = Integer.parseInt(ends.group(1));
    int last = ends.group(2) == null ? first : Integer.parseInt(ends.group(2));
    return IntStream.rangeClosed(first, last).boxed();
  }

  /**
   * Has a process, with all its threads, go on at the processor whose turn it is. That a thread has
   * ended in the meantime, or the process, is no failure.
   *
   * @throws IOException if the means for it are gone
   */
  void confine(long process, int turn) throws IOException {
    if (!numbers.isEmpty()) {
      int number = numbers.get(turn % numbers.size());
      run("-acp", Integer.toString(number), Long.toString(process));
    }
  }

  private static String run(String... arguments) throws IOException {
    List<String> command = Stream.concat(Stream.of(COMMAND), Stream.of(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return output;
  }
}
