package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.CallNode;
import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Frame;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.ProfileMeta;
import dev.wasmscope.profile.model.ProfileThread;
import dev.wasmscope.profile.model.StackTable;
import dev.wasmscope.profile.model.ThreadBuilder;
import dev.wasmscope.profile.model.TimeRange;
import dev.wasmscope.profile.model.WeightUnit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Collapsed ("folded") stacks: a line per stack, functions from the outermost to the leaf separated
 * by semicolons, a space, a weight.
 */
public final class CollapsedFormat implements ProfileFormat {
  private static final int LONGEST_LINE = 16 << 20;

  @Override
  public String title() {
    return "collapsed stacks";
  }

  @Override
  public List<String> extensions() {
    return List.of(".collapsed", ".folded", ".txt");
  }

  @Override
  public List<String> losses(Profile profile) {
    List<String> losses = new ArrayList<>();
    losses.add(
        "Collapsed stacks keep names and weights only; times, places, markers and counters are"
            + " left out.");
    if (profile.threads().size() > 1) {
      losses.add("The name of its thread becomes the outermost function of every stack.");
    }
    return losses;
  }

  @Override
  public void write(Profile profile, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    for (ProfileThread thread : profile.threads()) {
      String prefix = profile.threads().size() > 1 ? clean(thread.name()) + ";" : "";
      write(CallTree.of(profile, List.of(thread), TimeRange.ALL), prefix, writer);
    }
    writer.flush();
  }

  private static void write(CallTree tree, String prefix, Writer writer) throws IOException {
    List<String> path = new ArrayList<>();
    List<CallNode> open = new ArrayList<>(tree.roots().reversed());
    while (!open.isEmpty()) {
      CallNode node = open.removeLast();
      while (path.size() > node.depth()) {
        path.removeLast();
      }
      path.add(clean(tree.name(node)));
      if (node.self() > 0) {
        writer.write(prefix);
        writer.write(String.join(";", path));
        writer.write(" " + node.self() + "\n");
      }
      open.addAll(node.children().reversed());
    }
  }

  /** A name without the characters that separate. */
  private static String clean(String name) {
    return name.replace(';', ':').replaceAll("[\\r\\n\\x0b\\f\\u0085\\u2028\\u2029]", " ");
  }

  static Profile read(ProfileSource source) throws ProfileReadException {
    ProfileMeta meta = new ProfileMeta(source.name(), 0, Instant.EPOCH, List.of());
    ProfileBuilder builder = new ProfileBuilder(meta);
    ThreadBuilder thread = builder.thread("all", WeightUnit.SAMPLES);
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(source.stream(), StandardCharsets.UTF_8));
    double total = 0;
    int number = 0;
    try {
      for (String line = next(reader); line != null; line = next(reader)) {
        number++;
        if (!line.isBlank()) {
          total = add(source, builder, thread, line, number, total);
        }
      }
    } catch (IOException e) {
      throw source
          .failure()
          .orElseGet(() -> source.error("", "the file cannot be read: " + e, JsonPlace.REMEDY));
    }
    if (total == 0) {
      throw source.error(
          "", "expected a profile, found no line with a stack and a weight", JsonPlace.REMEDY);
    }
    return builder.build();
  }

  /** A line, not more of it than a stack can have: a file without line ends is no profile. */
  private static String next(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n' && line.length() < LONGEST_LINE) {
      line.append((char) c);
      c = reader.read();
    }
    return line.toString();
  }

  private static double add(
      ProfileSource source,
      ProfileBuilder builder,
      ThreadBuilder thread,
      String line,
      int number,
      double total)
      throws ProfileReadException {
    String stripped = line.strip();
    int space = Math.max(stripped.lastIndexOf(' '), stripped.lastIndexOf('\t'));
    double weight = weight(stripped.substring(space + 1));
    if (space <= 0 || !(weight >= 0) || total + weight > ReadTables.HEAVIEST) {
      throw source.error(
          "line " + number,
          "expected \"outermost;…;leaf WEIGHT\", found \"" + shortened(stripped) + "\"",
          "Collapsed stacks end each line with a space and a number of 0 or more");
    }
    int stack = StackTable.NONE;
    for (String name : stripped.substring(0, space).strip().split(";", -1)) {
      stack = builder.stack(stack, builder.frame(Frame.of(KnownNames.function(name, "", 0))));
    }
    thread.sample(number - 1.0, stack, Math.round(weight));
    return total + weight;
  }

  private static double weight(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String shortened(String line) {
    String start = line.length() > 60 ? line.substring(0, 60) + "…" : line;
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
