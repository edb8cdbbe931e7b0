package dev.wasmscope.profile.io;

import dev.wasmscope.profile.io.json.JsonOut;
import dev.wasmscope.profile.model.FrameTable;
import dev.wasmscope.profile.model.FunctionTable;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.Samples;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.WeightUnit;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the first thread of a profile as a {@code .cpuprofile}. */
final class ChromeWriter {
  private static final int ROOT_ID = 1;

  /** A node of the file: a function below its callers. */
  private static final class Node {
    private final int function;
    private final int id;
    private final List<Integer> children = new ArrayList<>();
    private final Map<Integer, Integer> ticks = new TreeMap<>();
    private int hits;

    Node(int function, int id) {
      this.function = function;
      this.id = id;
    }
  }

  private record Key(int parent, int function) {}

  private final Profile profile;
  private final List<Node> nodes = new ArrayList<>();
  private final int[] nodeOfStack;

  ChromeWriter(Profile profile) {
    this.profile = profile;
    this.nodeOfStack = new int[profile.stacks().size()];
  }

  /** Whether the weights of the profile are something else than time. */
  static boolean isCount(Profile profile) {
    return switch (profile.threads().getFirst().samples().unit()) {
      case SAMPLES, CPU_TIME_NS -> false;
      case INSTRUCTIONS, CALLS, BYTES -> true;
    };
  }

  void write(OutputStream out) {
    Samples samples = profile.threads().isEmpty() ? null : profile.threads().getFirst().samples();
    nodes.add(new Node(-1, ROOT_ID));
    if (samples != null) {
      grow(samples);
    }
    int size = samples == null ? 0 : samples.size();
    long[] starts = starts(samples, size);
    long zero = profile.meta().startTime().toEpochMilli() * 1000;
    try (JsonOut json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.rows("nodes", nodes.size(), i -> json.object(() -> node(json, nodes.get(i))));
            json.member("startTime", zero).member("endTime", zero + starts[size]);
            json.column("samples", size, i -> id(samples.stack(i)));
            json.column("timeDeltas", size, i -> i == 0 ? 0 : starts[i] - starts[i - 1]);
          });
    }
  }

  private int id(int stack) {
    return stack == StackTable.NONE ? ROOT_ID : nodeOfStack[stack];
  }

  /** Microseconds from the start to each sample, and to the end after the last. */
  private long[] starts(Samples samples, int size) {
    long[] starts = new long[size + 1];
    double microseconds = 0;
    for (int i = 0; i < size; i++) {
      microseconds += samples.weight(i) * microsecondsPerUnit(samples.unit());
      starts[i + 1] = Math.round(microseconds);
    }
    return starts;
  }

  private double microsecondsPerUnit(WeightUnit unit) {
    return switch (unit) {
      case SAMPLES -> profile.meta().interval() > 0 ? profile.meta().interval() * 1000 : 1000;
      case CPU_TIME_NS -> 1e-3;
      case INSTRUCTIONS, CALLS, BYTES -> 1;
    };
  }

  private void grow(Samples samples) {
    StackTable stacks = profile.stacks();
    FrameTable frames = profile.frames();
    boolean[] used = new boolean[stacks.size()];
    for (int stack : new ThreadTables(profile, samples).stacks) {
      used[stack] = true;
    }
    Map<Key, Integer> known = new LinkedHashMap<>();
    for (int stack = 0; stack < used.length; stack++) {
      if (used[stack]) {
        int prefix = stacks.prefix(stack);
        Key key = new Key(id(prefix), profile.functionOfStack(stack));
        nodeOfStack[stack] = known.computeIfAbsent(key, this::add);
      }
    }
    for (int i = 0; i < samples.size(); i++) {
      Node node = nodes.get(id(samples.stack(i)) - ROOT_ID);
      node.hits++;
      int line =
          samples.stack(i) == StackTable.NONE ? 0 : frames.line(stacks.frame(samples.stack(i)));
      if (line > 0) {
        node.ticks.merge(line, 1, Integer::sum);
      }
    }
  }

  private int add(Key key) {
    Node node = new Node(key.function, nodes.size() + ROOT_ID);
    nodes.add(node);
    nodes.get(key.parent - ROOT_ID).children.add(node.id);
    return node.id;
  }

  private void node(JsonOut json, Node node) {
    json.member("id", node.id);
    json.object("callFrame", () -> callFrame(json, node.function));
    json.member("hitCount", node.hits);
    json.column("children", node.children.size(), node.children::get);
    if (!node.ticks.isEmpty()) {
      List<Map.Entry<Integer, Integer>> ticks = new ArrayList<>(node.ticks.entrySet());
      json.rows(
          "positionTicks",
          ticks.size(),
          i ->
              json.object(
                  () ->
                      json.member("line", ticks.get(i).getKey())
                          .member("ticks", ticks.get(i).getValue())));
    }
  }

  private void callFrame(JsonOut json, int function) {
    FunctionTable functions = profile.functions();
    String name = function < 0 ? "(root)" : functions.name(function);
    String url =
        function < 0
            ? ""
            : Arrays.asList(functions.file(function), functions.module(function)).stream()
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    json.member("functionName", name).member("scriptId", "0").member("url", url);
    json.member("lineNumber", function < 0 ? -1 : functions.line(function) - 1);
    json.member("columnNumber", -1);
  }
}
