package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.Function;
import dev.wasmscope.profile.model.ProfileBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes the string, function, frame and stack tables of a processed profile into a builder. Up to
 * version 55 each thread has its own, then strings and at last all tables are shared.
 */
final class FirefoxTables {
  /**
   * The tables of a thread.
   *
   * @param strings its strings
   * @param stacks builder's stack by row of the stack table
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
  record OfThread(List<String> strings, int[] stacks) {}

  private final ProfileBuilder builder;
  private final Optional<JsonPlace> shared;
  private final List<Category> categories = new ArrayList<>();
  private Optional<OfThread> ofAll = Optional.empty();

  FirefoxTables(JsonPlace root, ProfileBuilder builder) throws ProfileReadException {
    this.builder = builder;
    this.shared = root.find("shared");
    Optional<JsonPlace> list = root.get("meta").find("categories");
    if (list.isPresent()) {
      for (JsonPlace category : list.get().elements()) {
        categories.add(Category.named(category.get("name").text()));
      }
    }
  }

  OfThread of(JsonPlace thread) throws ProfileReadException {
    if (!thread.has("stackTable") && shared.isPresent()) {
      if (ofAll.isEmpty()) {
        ofAll = Optional.of(read(shared.get()));
      }
      return ofAll.get();
    }
    return read(thread);
  }

  private OfThread read(JsonPlace holder) throws ProfileReadException {
    JsonPlace strings =
        holder.has("stringArray") || shared.isEmpty()
            ? holder.get("stringArray")
            : shared.get().get("stringArray");
    List<String> texts = strings.strings();
    int[] frames = frames(holder, texts);
    JsonPlace table = holder.get("stackTable");
    int size = size(table, "frame");
    int[] frameRows = table.get("frame").indexes(size, frames.length);
    for (int i = 0; i < size; i++) {
      if (frameRows[i] < 0) {
        throw table.get("frame").problem("expected a frame in row " + i + ", found none");
      }
      frameRows[i] = frames[frameRows[i]];
    }
    int[] prefixes = table.get("prefix").indexes(size, size);
    return new OfThread(texts, ReadTables.stacks(table, builder, prefixes, frameRows));
  }

  private static int size(JsonPlace table, String column) throws ProfileReadException {
    int actual = table.get(column).numbers().length;
    return table.has("length") ? table.get("length").count(actual) : actual;
  }

  private int[] frames(JsonPlace holder, List<String> texts) throws ProfileReadException {
    JsonPlace table = holder.get("frameTable");
    int size = size(table, "func");
    JsonPlace functionTable = holder.get("funcTable");
    int functionCount = size(functionTable, "name");
    int[] functions = table.get("func").indexes(size, functionCount);
    int[] offsets = optional(table, "address", size, Integer.MAX_VALUE);
    int[] lines = optional(table, "line", size, Integer.MAX_VALUE);
    int[] columns = optional(table, "column", size, Integer.MAX_VALUE);
    int[] category = optional(table, "category", size, Math.max(categories.size(), 1));
    Category[] ofFunction = new Category[functionCount];
    for (int i = 0; i < size; i++) {
      if (functions[i] < 0) {
        throw table.get("func").problem("expected a function in row " + i + ", found none");
      }
      if (category[i] >= 0 && category[i] < categories.size() && ofFunction[functions[i]] == null) {
        ofFunction[functions[i]] = categories.get(category[i]);
      }
    }
    int[] rows = functions(functionTable, holder, texts, ofFunction);
    for (int i = 0; i < size; i++) {
      functions[i] =
          builder.frame(
              rows[functions[i]], offsets[i], Math.max(lines[i], 0), Math.max(columns[i], 0));
    }
    return functions;
  }

  private int[] functions(
      JsonPlace table, JsonPlace holder, List<String> texts, Category[] ofFunction)
      throws ProfileReadException {
    int size = ofFunction.length;
    int[] names = table.get("name").indexes(size, texts.size());
    int[] files = files(table, size, texts.size());
    int[] lines = optional(table, "lineNumber", size, Integer.MAX_VALUE);
    int[] indexes = optional(table, FirefoxNames.WASM_FUNCTION, size, Integer.MAX_VALUE);
    String[] modules = modules(table, holder, texts, size);
    int[] rows = new int[size];
    for (int i = 0; i < size; i++) {
      rows[i] =
          builder.function(
              new Function(
                  names[i] < 0 ? "" : texts.get(names[i]),
                  modules[i],
                  files[i] < 0 ? "" : texts.get(files[i]),
                  lines[i],
                  indexes[i],
                  ofFunction[i] == null ? Category.OTHER : ofFunction[i]));
    }
    return rows;
  }

  /** String row of the file by function; since version 58 by way of the shared table of sources. */
  private int[] files(JsonPlace table, int size, int strings) throws ProfileReadException {
    if (!table.has("source") || shared.isEmpty()) {
      return optional(table, "fileName", size, strings);
    }
    JsonPlace sources = shared.get().get("sources");
    int count = size(sources, "filename");
    int[] names = sources.get("filename").indexes(count, strings);
    int[] files = table.get("source").indexes(size, count);
    for (int i = 0; i < size; i++) {
      files[i] = files[i] < 0 ? -1 : names[files[i]];
    }
    return files;
  }

  private static String[] modules(JsonPlace table, JsonPlace holder, List<String> texts, int size)
      throws ProfileReadException {
    String[] modules = new String[size];
    JsonPlace resources = holder.get("resourceTable");
    int count = size(resources, "name");
    int[] names = resources.get("name").indexes(count, texts.size());
    int[] rows = optional(table, "resource", size, Math.max(count, 1));
    for (int i = 0; i < size; i++) {
      boolean known = rows[i] >= 0 && rows[i] < count && names[rows[i]] >= 0;
      modules[i] = known ? texts.get(names[rows[i]]) : "";
    }
    return modules;
  }

  private static int[] optional(JsonPlace table, String column, int size, int limit)
      throws ProfileReadException {
    if (table.find(column).isPresent()) {
      return table.get(column).indexes(size, limit);
    }
    int[] none = new int[size];
    Arrays.fill(none, -1);
    return none;
  }
}
