package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.breakpoint.Access;
import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.breakpoint.BreakpointFile;
import dev.wasmscope.engine.breakpoint.EventKind;
import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.debug.BreakpointStatus;
import dev.wasmscope.engine.expression.ExpressionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that set, change, show and save breakpoints. */
final class BreakpointCommands {

  private static final Pattern WHEN =
      Pattern.compile("(.*?)(?:\\s+if\\s+(.*?))?(?:\\s+hits\\s+(.*?))?(?:\\s+log\\s+(.*))?");
  private static final Pattern EXIT = Pattern.compile("exit\\s+(.+)");
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:\\[(\\S+)\\]\\s+)?(0x[0-9a-fA-F]{1,16}|\\d{1,18})(?:\\s+(\\d{1,9}))?(?:\\s+(\\w+))?");
  private static final Pattern GLOBAL = Pattern.compile("global\\s+(\\S+)(?:\\s+(\\w+))?");

  private final PromptContext context;
  private final Debuggee debuggee;

  BreakpointCommands(PromptContext context) {
    this.context = context;
    this.debuggee = context.debuggee();
  }

  List<PromptCommand> commands() {
    return List.of(
        PromptCommand.of(
            "break b",
            "LOCATION [if EXPR] [hits N] [log TEXT]",
            "stop at a line, FILE:LINE, FUNCTION, FUNCTION+OFFSET or exit FUNCTION",
            text -> add(text, this::location)),
        PromptCommand.of(
            "watch",
            "ADDRESS [LENGTH] [ACCESS] | global NAME [ACCESS]",
            "stop when data is touched; ACCESS is read, write (if missing) or readWrite",
            text -> add(text, this::data)),
        PromptCommand.of(
            "catch",
            "EVENT [PATTERN]",
            "stop at an event: trap, exception, host-call, memory-grow, atomic-wait, thread-start",
            text -> add(text, this::event)),
        PromptCommand.of(
            "delete d", "[N…]", "remove breakpoints, all if none is named", this::delete),
        PromptCommand.of(
            "enable",
            "[N…]",
            "switch breakpoints on",
            text -> change(text, b -> b.withEnabled(true))),
        PromptCommand.of(
            "disable",
            "[N…]",
            "switch breakpoints off",
            text -> change(text, b -> b.withEnabled(false))),
        PromptCommand.of(
            "save", "breakpoints FILE", "write the breakpoints to a file", this::save));
  }

  private interface Targets {
    Target of(String text);
  }

  private void add(String text, Targets targets) {
    Matcher parts = WHEN.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      throw new PromptException("what is to be stopped at is missing");
    }
    int id = debuggee.breakpoints().stream().mapToInt(Breakpoint::id).max().orElse(0) + 1;
    try {
      Breakpoint added =
          new Breakpoint(
              id,
              targets.of(parts.group(1)),
              true,
              Optional.ofNullable(parts.group(2)),
              Optional.ofNullable(parts.group(3)),
              Optional.ofNullable(parts.group(4)));
      List<Breakpoint> all = new ArrayList<>(debuggee.breakpoints());
      all.add(added);
      debuggee.breakpoints(all);
      context.out().println("Breakpoint #" + id + ": " + BreakpointText.of(added, context));
    } catch (ExpressionException e) {
      throw new PromptException(e.withCaret());
    }
  }

  private Target location(String text) {
    Matcher exit = EXIT.matcher(text);
    return exit.matches()
        ? new Target.AtFunction(
            context.locations().reference(context.locations().function(exit.group(1))),
            Target.When.EXIT)
        : context.locations().target(text);
  }

  private Target data(String text) {
    Matcher global = GLOBAL.matcher(text);
    if (global.matches()) {
      return new Target.OnGlobal(reference(global.group(1)), access(global.group(2)));
    }
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      throw new PromptException(
          "watch takes ADDRESS [LENGTH] [ACCESS], [MEMORY] ADDRESS … or global NAME: " + text);
    }
    String memory = range.group(1) == null ? "0" : range.group(1);
    long length = range.group(3) == null ? 1 : Numbers.count(range.group(3), Integer.MAX_VALUE);
    String address = range.group(2);
    long start =
        address.startsWith("0x")
            ? Long.parseUnsignedLong(address.substring(2), 16)
            : Long.parseLong(address);
    return new Target.OnMemory(reference(memory), start, length, access(range.group(4)));
  }

  private static IndexOrName reference(String text) {
    return text.matches("\\d{1,9}")
        ? new IndexOrName.Index(Integer.parseInt(text))
        : new IndexOrName.Name(text);
  }

  private static Access access(String word) {
    return word == null
        ? Access.WRITE
        : Arrays.stream(Access.values())
            .filter(access -> access.keyword().equals(word))
            .findFirst()
            .orElseThrow(
                () -> new PromptException("an access is read, write or readWrite, not " + word));
  }

  private Target event(String text) {
    String[] words = text.split("\\s+", 2);
    EventKind kind =
        Arrays.stream(EventKind.values())
            .filter(k -> k.keyword().equals(words[0]))
            .findFirst()
            .orElseThrow(
                () ->
                    new PromptException(
                        "there is no event "
                            + words[0]
                            + "; there are "
                            + String.join(
                                ", ",
                                Arrays.stream(EventKind.values())
                                    .map(EventKind::keyword)
                                    .toList())));
    return new Target.OnEvent(kind, words.length > 1 ? Optional.of(words[1]) : Optional.empty());
  }

  private void delete(String text) {
    List<Integer> ids = ids(text);
    debuggee.breakpoints(
        debuggee.breakpoints().stream().filter(b -> !ids.contains(b.id())).toList());
  }

  private void change(String text, UnaryOperator<Breakpoint> change) {
    List<Integer> ids = ids(text);
    debuggee.breakpoints(
        debuggee.breakpoints().stream()
            .map(b -> ids.contains(b.id()) ? change.apply(b) : b)
            .toList());
  }

  /** The breakpoints named, all if none is. */
  private List<Integer> ids(String text) {
    List<Integer> known = debuggee.breakpoints().stream().map(Breakpoint::id).toList();
    if (text.isEmpty()) {
      return known;
    }
    List<Integer> ids = new ArrayList<>();
    for (String word : text.split("\\s+", -1)) {
      int id = Numbers.from0(word.startsWith("#") ? word.substring(1) : word);
      if (!known.contains(id)) {
        throw new PromptException("there is no breakpoint #" + id);
      }
      ids.add(id);
    }
    return ids;
  }

  private void save(String text) {
    Matcher file = Pattern.compile("(?:breakpoints\\s+)(.+)").matcher(text);
    if (!file.matches()) {
      throw new PromptException("save takes: breakpoints FILE");
    }
    try {
      BreakpointFile.at(Path.of(file.group(1))).save(debuggee.breakpoints(), Optional.empty());
    } catch (IOException e) {
      throw new PromptException(file.group(1) + " cannot be written: " + e.getMessage());
    }
    context.out().println("Saved " + file.group(1));
  }

  /** Prints all breakpoints with what has become of them. */
  void show() {
    List<BreakpointStatus> statuses = debuggee.statuses();
    if (statuses.isEmpty()) {
      context.out().println("There are no breakpoints.");
    }
    statuses.forEach(status -> context.out().println(line(status)));
  }

  private String line(BreakpointStatus status) {
    Breakpoint breakpoint = status.breakpoint();
    String off = breakpoint.enabled() ? "" : "  (disabled)";
    String hits = status.hits() == 0 ? "" : "  (hit %d times)".formatted(status.hits());
    String problem = status.problem().isEmpty() ? "" : "  (not set: " + status.problem() + ")";
    return "#"
        + breakpoint.id()
        + " "
        + BreakpointText.of(breakpoint, context)
        + off
        + hits
        + problem;
  }
}
