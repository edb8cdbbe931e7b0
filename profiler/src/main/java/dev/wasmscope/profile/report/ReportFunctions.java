package dev.wasmscope.profile.report;

import dev.wasmscope.profile.io.json.JsonOut;
import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.Function;
import dev.wasmscope.profile.model.FunctionTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The table of functions with the names of files and modules once each. */
final class ReportFunctions {
  private static final List<Category> CATEGORIES = List.of(Category.values());

  private final List<Function> functions;
  private final Map<String, Integer> strings = new LinkedHashMap<>();

  ReportFunctions(List<Function> functions) {
    this.functions = functions;
  }

  static ReportFunctions of(FunctionTable table) {
    return new ReportFunctions(IntStream.range(0, table.size()).mapToObj(table::get).toList());
  }

  void write(JsonOut json) {
    int size = functions.size();
    json.object(
        "functions",
        () ->
            json.texts("name", size, i -> functions.get(i).name())
                .column("module", size, i -> string(functions.get(i).module()))
                .column("file", size, i -> string(functions.get(i).file()))
                .column("line", size, i -> functions.get(i).line())
                .column("index", size, i -> functions.get(i).index())
                .column("category", size, i -> CATEGORIES.indexOf(functions.get(i).category())));
    List<String> texts = new ArrayList<>(strings.keySet());
    json.texts("strings", texts.size(), texts::get);
  }

  private int string(String text) {
    Integer known = strings.putIfAbsent(text, strings.size());
    return known == null ? strings.size() - 1 : known;
  }
}
