package dev.wasmscope.engine.expression;

import dev.wasmscope.wasm.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * After how many hits a breakpoint stops: {@code >= 3}, {@code == 5} or just {@code 5}, {@code %
 * 10} for every tenth.
 *
 * @param relation how the number of hits is compared
 * @param count what with; at least 1 for {@link Relation#MULTIPLE_OF}
 */
public record HitCondition(Relation relation, long count) {
  private static final Pattern SYNTAX =
      Pattern.compile("\\s*(==|!=|>=|<=|>|<|%)?\\s*([0-9]{1,18})\\s*");

  /** The comparisons. */
  public enum Relation {
    EQ("=="),
    NE("!="),
    GE(">="),
    LE("<="),
    GT(">"),
    LT("<"),
    MULTIPLE_OF("%");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }

    private static Relation of(String symbol) {
      for (Relation relation : values()) {
        if (relation.symbol.equals(symbol)) {
          return relation;
        }
      }
      return EQ;
    }
  }

  /**
   * Parses a hit condition.
   *
   * @throws ExpressionException if it is not one
   */
  public static HitCondition parse(String source) {
    Matcher matcher = SYNTAX.matcher(source);
    if (!matcher.matches()) {
      throw new ExpressionException(
          "a hit condition is a comparison and a number, as '>= 3', '== 5' or '% 10'",
          source, new Span(0, source.length()));
    }
    Relation relation = Relation.of(matcher.group(1) == null ? "==" : matcher.group(1));
    long count = Long.parseLong(matcher.group(2));
    if (relation == Relation.MULTIPLE_OF && count == 0) {
      throw new ExpressionException(
          "no number of hits is a multiple of 0", source, new Span(0, source.length()));
    }
    return new HitCondition(relation, count);
  }

  /**
   * Whether to stop at this hit.
   *
   * @param hits how often the breakpoint has been hit with its condition true, this time included
   */
  public boolean test(long hits) {
    return switch (relation) {
      case EQ -> hits == count;
      case NE -> hits != count;
      case GE -> hits >= count;
      case LE -> hits <= count;
      case GT -> hits > count;
      case LT -> hits < count;
      case MULTIPLE_OF -> hits % count == 0;
    };
  }

  @Override
  public String toString() {
    return relation.symbol + " " + count;
  }
}
