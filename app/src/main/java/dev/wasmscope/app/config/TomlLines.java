package dev.wasmscope.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** On which line of a TOML file a key or a table's header stands; the parser keeps values only. */
final class TomlLines {
  private static final Pattern TABLE = Pattern.compile("\\s*\\[\\s*([\\w.-]+)\\s*]\\s*(?:#.*)?");
  private static final Pattern KEY = Pattern.compile("\\s*([\\w.-]+)\\s*=\\s*(.*)");

  private final List<String> all;
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<String, Integer> tables = new LinkedHashMap<>();

  TomlLines(String text) {
    all = text.lines().toList();
    String table = "";
    for (int line = 1; line <= all.size(); line++) {
      Matcher header = TABLE.matcher(all.get(line - 1));
      Matcher key = KEY.matcher(all.get(line - 1));
      if (header.matches()) {
        table = header.group(1);
        tables.putIfAbsent(table, line);
      } else if (key.matches()) {
        String path = table.isEmpty() ? key.group(1) : table + "." + key.group(1);
        keys.putIfAbsent(path, line);
      }
    }
  }

  /** The line of a key or table, from 1; empty when it is written in an unusual way. */
  OptionalInt of(String path) {
    Integer line = keys.getOrDefault(path, tables.get(path));
    return line == null ? OptionalInt.empty() : OptionalInt.of(line);
  }

  /**
   * Switches that share their path with a table, such as {@code wasi = true} above {@code
   * [wasmtime.wasi]}: people write it, TOML forbids it.
   */
  Map<String, Boolean> switchesBesideTables() {
    Map<String, Boolean> switches = new LinkedHashMap<>();
    keys.forEach(
        (path, line) -> {
          String value = valueOn(line);
          if (tables.containsKey(path) && (value.equals("true") || value.equals("false"))) {
            switches.put(path, value.equals("true"));
          }
        });
    return switches;
  }

  /** The text with the lines of some keys emptied; all other lines keep their numbers. */
  String textWithout(Iterable<String> paths) {
    List<String> kept = new ArrayList<>(all);
    paths.forEach(path -> kept.set(keys.get(path) - 1, ""));
    return String.join("\n", kept);
  }

  private String valueOn(int line) {
    Matcher key = KEY.matcher(all.get(line - 1));
    return key.matches() ? key.group(2).replaceFirst("#.*", "").strip() : "";
  }
}
