package dev.wasmscope.app.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Names of functions as their authors wrote them. Rust's compiler writes {@code
 * json_pretty::Parser::value} as {@code _ZN11json_pretty6Parser5value17h…E}: pieces with their
 * lengths, a hash at the end, and escapes for what may not stand in a symbol.
 */
public final class FunctionNames {
  private static final String PREFIX = "_ZN";
  private static final int HASH_LENGTH = 17;
  private static final Map<String, String> ESCAPES =
      Map.of(
          "$LT$", "<", "$GT$", ">", "$LP$", "(", "$RP$", ")", "$C$", ",", "$RF$", "&", "$BP$", "*",
          "$SP$", "@", "..", "::");

  private FunctionNames() {}

  /** {@code name} as its author wrote it; unchanged when it is no mangled name. */
  public static String readable(String name) {
    String plain = name.startsWith("$") ? name.substring(1) : name;
    if (!plain.startsWith(PREFIX) || !plain.endsWith("E")) {
      return name;
    }
    List<String> pieces = pieces(plain.substring(PREFIX.length(), plain.length() - 1));
    if (pieces.isEmpty()) {
      return name;
    }
    if (isHash(pieces.getLast())) {
      pieces.removeLast();
    }
    return String.join("::", pieces.stream().map(FunctionNames::unescape).toList());
  }

  private static List<String> pieces(String encoded) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (at < encoded.length()) {
      int digits = at;
      while (digits < encoded.length() && Character.isDigit(encoded.charAt(digits))) {
        digits++;
      }
      if (digits == at || digits - at > 4) {
        return List.of();
      }
      int end = digits + Integer.parseInt(encoded.substring(at, digits));
      if (end > encoded.length()) {
        return List.of();
      }
      pieces.add(encoded.substring(digits, end));
      at = end;
    }
    return pieces;
  }

  private static boolean isHash(String piece) {
    return piece.length() == HASH_LENGTH && piece.startsWith("h");
  }

  private static String unescape(String piece) {
    String text = piece.startsWith("_$") ? piece.substring(1) : piece;
    for (Map.Entry<String, String> escape : ESCAPES.entrySet()) {
      text = text.replace(escape.getKey(), escape.getValue());
    }
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int dollar = text.startsWith("$u", at) ? text.indexOf('$', at + 1) : -1;
      if (dollar > at + 2 && dollar - at <= 8) {
        plain.appendCodePoint(codePoint(text.substring(at + 2, dollar)));
        at = dollar + 1;
      } else {
        plain.append(text.charAt(at++));
      }
    }
    return plain.toString();
  }

  private static int codePoint(String hex) {
    try {
      int code = Integer.parseInt(hex, 16);
      return Character.isValidCodePoint(code) ? code : '?';
    } catch (NumberFormatException noNumber) {
      return '?';
    }
  }
}
