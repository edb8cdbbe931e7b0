package dev.wasmscope.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Damages texts as people and adversaries do: token by token, sometimes byte by byte. The same seed
 * does the same damage.
 */
public final class TextMutator {

  /** Words, strings, single signs, and what stands between them, so that nothing is lost. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*+\"|\\s++|[\\w.$%&'*+/:<>?@^`|~!#=-]++|.", Pattern.DOTALL);

  /** What breaks parsers of any language. */
  private static final List<String> NASTY =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "\\",
          "\"\\",
          "'",
          ",",
          "=",
          "-",
          "+",
          "\0",
          "\u007F",
          "\uD83D\uDE00",
          "\u202E",
          "\uFEFF",
          "\r",
          "",
          "0",
          "-0",
          "-1",
          "1_",
          "0x",
          "0x1p",
          "1e",
          "1.",
          "4294967295",
          "4294967296",
          "-2147483649",
          "18446744073709551616",
          "9223372036854775808",
          "1e999999999",
          "-1e-999999999",
          "0x1p2147483648",
          "0x1p-99999999999999999999",
          "9".repeat(5000),
          "0x" + "f".repeat(5000),
          "0." + "0".repeat(5000) + "1",
          "nan",
          "inf",
          "null",
          "true");

  private final Mutator bytes;
  private final SplittableRandom random;
  private final List<String> words;

  /**
   * A source of damage.
   *
   * @param words of the language, put in where they may not belong
   */
  public TextMutator(long seed, List<String> words) {
    bytes = new Mutator(seed);
    random = new SplittableRandom(seed);
    this.words = List.copyOf(words);
  }

  /** A damaged copy of {@code text}, which is UTF-8 mostly. */
  public byte[] mutate(byte[] text) {
    if (random.nextInt(5) == 0) {
      return bytes.mutate(text);
    }
    List<String> tokens = tokens(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      once(tokens);
    }
    return tokens.stream().collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> tokens(byte[] text) {
    Matcher matcher = TOKEN.matcher(new String(text, StandardCharsets.UTF_8));
    List<String> tokens = new ArrayList<>();
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  private void once(List<String> tokens) {
    if (tokens.isEmpty()) {
      tokens.add(any(NASTY));
      return;
    }
    int at = random.nextInt(tokens.size());
    switch (random.nextInt(9)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, any(NASTY));
      case 2 -> tokens.set(at, any(NASTY));
      case 3 -> tokens.set(at, any(words));
      case 4 -> tokens.add(at, " " + any(words) + " ");
      case 5 -> tokens.set(at, any(tokens));
      case 6 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
      case 7 -> tokens.subList(at, Math.min(tokens.size(), at + random.nextInt(20))).clear();
      default -> repeat(tokens, at);
    }
  }

  /** A run of tokens several times over, rarely very often: nesting and tables without end. */
  private void repeat(List<String> tokens, int at) {
    List<String> run =
        List.copyOf(tokens.subList(at, Math.min(tokens.size(), at + 1 + random.nextInt(4))));
    int times = random.nextInt(50) == 0 ? 20_000 : 1 + random.nextInt(8);
    tokens.addAll(at, Collections.nCopies(times, String.join("", run)));
  }

  private String any(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
