package dev.wasmscope.app.modules;

import java.io.PrintStream;
import java.util.List;

/**
 * A table that is printed row by row, as soon as each is known.
 *
 * @param widths of the columns, in characters; negative where text stands to the left
 */
record MarkdownTable(PrintStream out, List<String> titles, List<Integer> widths) {

  MarkdownTable {
    titles = List.copyOf(titles);
    widths = List.copyOf(widths);
  }

  void head() {
    row(titles);
    row(widths.stream().map(w -> w < 0 ? "-".repeat(-w) : "-".repeat(w - 1) + ":").toList());
  }

  /** Prints a row; its cells are in the order of the titles. */
  void row(List<String> cells) {
    var line = new StringBuilder("|");
    for (int i = 0; i < cells.size(); i++) {
      line.append(' ').append(("%" + widths.get(i) + "s").formatted(cells.get(i))).append(" |");
    }
    out.println(line);
  }
}
