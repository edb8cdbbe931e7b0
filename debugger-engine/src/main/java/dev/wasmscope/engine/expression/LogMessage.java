package dev.wasmscope.engine.expression;

import dev.wasmscope.wasm.source.Nearest;
import dev.wasmscope.wasm.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text that a log point prints, with expressions in braces: {@code round {$i}: a={u32:$a}}.
 * Before a colon stands how to show the value: a type to convert it to, or {@code hex}, {@code
 * bin}, {@code char}. Doubled braces stand for themselves.
 */
public final class LogMessage {
  private static final Pattern FORMAT = Pattern.compile("\\s*([a-z][a-z0-9]*)\\s*:");

  private final String source;
  private final List<Part> parts;

  private sealed interface Part {
    record Text(String text) implements Part {}

    record Hole(Expression expression, Optional<LogFormat> format) implements Part {}
  }

  private LogMessage(String source, List<Part> parts) {
    this.source = source;
    this.parts = List.copyOf(parts);
  }

  /**
   * Parses a log message.
   *
   * @throws ExpressionException if a brace is not closed or an expression is wrong
   */
  public static LogMessage parse(String source) {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      boolean doubled = at + 1 < source.length() && source.charAt(at + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        text.append(c);
        at += 2;
      } else if (c == '{') {
        int end = closing(source, at);
        parts.add(new Part.Text(text.toString()));
        text.setLength(0);
        parts.add(hole(source, at + 1, end));
        at = end + 1;
      } else if (c == '}') {
        throw new ExpressionException(
            "'}' closes nothing; write '}}' for a brace", source, new Span(at, at + 1));
      } else {
        text.append(c);
        at++;
      }
    }
    parts.add(new Part.Text(text.toString()));
    return new LogMessage(source, parts);
  }

  /**
   * The message in {@code context}. A hole whose expression has no value there says why instead,
   * for the rest of the message is still worth reading.
   */
  public String render(EvaluationContext context) {
    return parts.stream().map(part -> render(part, context)).collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return source;
  }

  private static String render(Part part, EvaluationContext context) {
    return switch (part) {
      case Part.Text(String text) -> text;
      case Part.Hole(Expression expression, Optional<LogFormat> format) -> {
        try {
          ExpressionValue value = expression.evaluate(context);
          yield format.map(f -> f.show(value)).orElseGet(value::text);
        } catch (ExpressionException e) {
          yield "<" + e.getMessage() + ">";
        }
      }
    };
  }

  private static int closing(String source, int open) {
    boolean quoted = false;
    for (int at = open + 1; at < source.length(); at++) {
      char c = source.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '}' && !quoted) {
        return at;
      }
    }
    throw new ExpressionException(
        "'{' is not closed; write '{{' for a brace", source, new Span(open, open + 1));
  }

  private static Part hole(String source, int start, int end) {
    Matcher matcher = FORMAT.matcher(source.substring(start, end));
    if (!matcher.lookingAt()) {
      return new Part.Hole(expression(source, start, end), Optional.empty());
    }
    String word = matcher.group(1);
    int from = start + matcher.end();
    Optional<LogFormat> format = LogFormat.of(word);
    if (format.isPresent()) {
      return new Part.Hole(expression(source, from, end), format);
    }
    ScalarType type =
        ScalarType.of(word)
            .orElseThrow(() -> unknownFormat(source, word, start + matcher.start(1)));
    return new Part.Hole(expression(source, from, end).as(type), Optional.empty());
  }

  private static Expression expression(String source, int start, int end) {
    try {
      return Expression.parse(source.substring(start, end));
    } catch (ExpressionException e) {
      throw e.within(source, start);
    }
  }

  private static ExpressionException unknownFormat(String source, String word, int start) {
    List<String> known =
        Stream.concat(
                LogFormat.keywords().stream(),
                Stream.of(ScalarType.values()).map(ScalarType::keyword))
            .toList();
    String remedy =
        Nearest.to(word, known)
            .map(format -> "; did you mean " + format + "?")
            .orElse("; known are " + String.join(", ", known));
    return new ExpressionException(
        "unknown format " + word + remedy, source, new Span(start, start + word.length()));
  }
}
