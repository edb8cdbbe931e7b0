package dev.wasmscope.profile.collect;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Readable names of Rust functions: rustc writes paths as {@code _ZN}, each part with its length
 * before it, then a hash as the last part, then {@code E}.
 */
final class RustNames {
  private static final Pattern MANGLED = Pattern.compile("_?_ZN(.*)17h[0-9a-f]{16}E(\\..*)?");
  private static final Pattern ESCAPE = Pattern.compile("\\$(\\w{1,4})\\$");
  private static final Map<String, String> ESCAPED =
      Map.of("SP", "@", "BP", "*", "RF", "&", "LT", "<", "GT", ">", "LP", "(", "RP", ")", "C", ",");

  private RustNames() {}

  /** The path without its hash; the name as it is when it is none of Rust's. */
  static String readable(String name) {
    Matcher matcher = MANGLED.matcher(name);
    return matcher.matches() ? path(matcher.group(1)).orElse(name) : name;
  }

  private static Optional<String> path(String parts) {
    StringBuilder path = new StringBuilder();
    int at = 0;
    while (at < parts.length()) {
      int digits = at;
      while (digits < parts.length() && Character.isDigit(parts.charAt(digits))) {
        digits++;
      }
      if (digits == at || digits - at > 4) {
        return Optional.empty();
      }
      int end = digits + Integer.parseInt(parts.substring(at, digits));
      if (end > parts.length()) {
        return Optional.empty();
      }
      path.append(path.isEmpty() ? "" : "::").append(part(parts.substring(digits, end)));
      at = end;
    }
    return path.isEmpty() ? Optional.empty() : Optional.of(path.toString());
  }

  private static String part(String part) {
    String plain = part.startsWith("_$") ? part.substring(1) : part;
    return ESCAPE.matcher(plain).replaceAll(RustNames::escape).replace("..", "::");
  }

  private static String escape(MatchResult match) {
    String code = match.group(1);
    String known = ESCAPED.get(code);
    if (known != null) {
      return Matcher.quoteReplacement(known);
    }
    if (code.matches("u[0-9a-f]{2,3}")) {
      int character = Integer.parseInt(code.substring(1), 16);
      return Matcher.quoteReplacement(Character.toString(character));
    }
    return Matcher.quoteReplacement(match.group());
  }
}
