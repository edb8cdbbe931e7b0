package dev.wasmscope.profile.report;

import dev.wasmscope.profile.io.json.JsonOut;
import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.Function;
import dev.wasmscope.profile.model.FunctionTable;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.view.Diff;
import dev.wasmscope.profile.view.DiffNode;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data that the page of a comparison draws: the paths of both profiles, each with its own
 * weight before and after. A box is as wide as both together, so that what is gone can still be
 * seen.
 */
final class DiffData {
  private record Key(String name, String module) {}

  private static final List<Category> CATEGORIES = List.of(Category.values());

  private final Diff diff;
  private final Profile before;
  private final Profile after;
  private final String title;
  private final Map<Key, Function> known = new HashMap<>();
  private final Map<Key, Integer> rows = new LinkedHashMap<>();
  private final List<DiffNode> nodes = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();

  DiffData(Diff diff, Profile before, Profile after, String title) {
    this.diff = diff;
    this.before = before;
    this.after = after;
    this.title = title;
    know(before.functions());
    know(after.functions());
    flatten();
  }

  private void know(FunctionTable table) {
    for (int i = 0; i < table.size(); i++) {
      known.put(new Key(table.name(i), table.module(i)), table.get(i));
    }
  }

  private void flatten() {
    record Pending(DiffNode node, int parent) {}
    List<Pending> open = new ArrayList<>();
    diff.root().children().reversed().forEach(node -> open.add(new Pending(node, -1)));
    while (!open.isEmpty()) {
      Pending next = open.removeLast();
      int row = nodes.size();
      nodes.add(next.node);
      parents.add(next.parent);
      rows.putIfAbsent(new Key(next.node.name(), next.node.module()), rows.size());
      next.node.children().reversed().forEach(child -> open.add(new Pending(child, row)));
    }
  }

  void write(OutputStream out) {
    try (JsonOut json = JsonOut.forMarkup(out)) {
      json.object(() -> members(json));
    }
  }

  private void members(JsonOut json) {
    json.member("title", title).member("interval", 0).member("duration", 0);
    json.member("startTime", after.meta().startTime().toEpochMilli()).member("timed", false);
    json.member("unit", diff.unit().label()).array("facts", () -> {});
    json.texts("categories", CATEGORIES.size(), i -> CATEGORIES.get(i).label());
    new ReportFunctions(rows.keySet().stream().map(known::get).toList()).write(json);
    int size = nodes.size();
    json.object(
        "paths",
        () ->
            json.column("parent", size, parents::get)
                .column("func", size, i -> rows.get(key(nodes.get(i)))));
    json.rows("threads", 1, _ -> json.object(() -> thread(json, size)));
    json.array("hostCalls", () -> {}).array("growths", () -> {}).array("counters", () -> {});
    json.object("heat", () -> json.array("weight", () -> {}));
    json.object("sources", () -> {});
    json.object("diff", () -> both(json, size));
  }

  private void thread(JsonOut json, int size) {
    json.member("name", "both").member("unit", diff.unit().label());
    json.column("path", size, i -> i).column("time", size, _ -> 0);
    json.column("weight", size, i -> nodes.get(i).selfBefore() + nodes.get(i).selfAfter());
  }

  private void both(JsonOut json, int size) {
    json.member("exact", diff.exact()).member("scale", Diff.SCALE);
    json.member("beforeTitle", before.meta().product());
    json.member("afterTitle", after.meta().product());
    json.column("before", size, i -> nodes.get(i).selfBefore());
  }

  private static Key key(DiffNode node) {
    return new Key(node.name(), node.module());
  }
}
