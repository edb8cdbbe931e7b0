package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.ProfileMeta;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.ThreadBuilder;
import dev.wasmscope.profile.model.WeightUnit;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@code .cpuprofile}: each sample weighs the time until the next one, in nanoseconds. */
final class ChromeReader {
  private static final double LATEST_MICROSECONDS = 1e18;
  private static final int LINES = Integer.MAX_VALUE - 1;

  private final JsonPlace root;
  private final ProfileBuilder builder;
  private final Map<Double, Integer> rowOfId = new HashMap<>();

  ChromeReader(JsonPlace root) throws ProfileReadException {
    this.root = root;
    double start = root.get("startTime").number();
    if (!(Math.abs(start) <= LATEST_MICROSECONDS)) {
      throw root.get("startTime").wrong("microseconds");
    }
    this.builder =
        new ProfileBuilder(
            new ProfileMeta("profile", 0, Instant.ofEpochMilli((long) (start / 1000)), List.of()));
  }

  Profile read() throws ProfileReadException {
    int[] stacks = stacks();
    ThreadBuilder thread = builder.thread("main", WeightUnit.CPU_TIME_NS);
    JsonPlace samples = root.get("samples");
    double[] ids = samples.numbers();
    JsonPlace deltaColumn = root.get("timeDeltas");
    double[] deltas = deltaColumn.numbers(ids.length);
    double now = ids.length == 0 ? 0 : deltas[0];
    double end = root.get("endTime").number() - root.get("startTime").number();
    ReadTables checks = new ReadTables();
    for (int i = 0; i < ids.length; i++) {
      Integer row = rowOfId.get(ids[i]);
      if (row == null) {
        throw samples.problem("expected the id of a node in row " + i + ", found " + ids[i]);
      }
      double next = i + 1 < ids.length ? now + deltas[i + 1] : Math.max(end, now);
      double weight = Math.max(next - now, 0) * 1000;
      checks.sample(deltaColumn, thread, now / 1000, stacks[row], weight);
      now = next;
    }
    return builder.build();
  }

  /** The builder's stack by row of node. */
  private int[] stacks() throws ProfileReadException {
    JsonPlace table = root.get("nodes");
    List<JsonPlace> nodes = table.elements();
    for (JsonPlace node : nodes) {
      double id = node.get("id").number();
      if (rowOfId.putIfAbsent(id, rowOfId.size()) != null) {
        throw node.get("id").problem("expected an id of its own, found one used before");
      }
    }
    int[] prefixes = new int[nodes.size()];
    Arrays.fill(prefixes, -1);
    int[] frames = new int[nodes.size()];
    for (int row = 0; row < frames.length; row++) {
      JsonPlace node = nodes.get(row);
      frames[row] = frame(node.get("callFrame"));
      if (node.has("parent")) {
        prefixes[row] = row(node.get("parent"));
      }
      if (node.find("children").isPresent()) {
        for (JsonPlace child : node.get("children").elements()) {
          prefixes[row(child)] = row;
        }
      }
    }
    return withoutRoots(table, prefixes, frames, nodes);
  }

  private int row(JsonPlace id) throws ProfileReadException {
    Integer row = rowOfId.get(id.number());
    if (row == null) {
      throw id.wrong("the id of a node");
    }
    return row;
  }

  /** The stacks, where the node above everything is no function. */
  private int[] withoutRoots(JsonPlace table, int[] prefixes, int[] frames, List<JsonPlace> nodes)
      throws ProfileReadException {
    boolean[] isRoot = new boolean[prefixes.length];
    for (int row = 0; row < isRoot.length; row++) {
      String name = nodes.get(row).get("callFrame").get("functionName").text();
      isRoot[row] = prefixes[row] < 0 && name.equals("(root)");
    }
    int[] withoutRoot = new int[prefixes.length];
    for (int row = 0; row < isRoot.length; row++) {
      boolean belowRoot = prefixes[row] >= 0 && isRoot[prefixes[row]];
      withoutRoot[row] = belowRoot ? -1 : prefixes[row];
    }
    int[] stacks = ReadTables.stacks(table, builder, withoutRoot, frames);
    for (int row = 0; row < isRoot.length; row++) {
      if (isRoot[row]) {
        stacks[row] = StackTable.NONE;
      }
    }
    return stacks;
  }

  private int frame(JsonPlace frame) throws ProfileReadException {
    String url = frame.has("url") ? frame.get("url").text() : "";
    double line = frame.has("lineNumber") ? frame.get("lineNumber").number() + 1 : 0;
    int oneBased = line >= 0 && line <= LINES ? (int) line : 0;
    return builder.frame(
        builder.function(KnownNames.function(frame.get("functionName").text(), url, oneBased)),
        -1,
        0,
        0);
  }
}
