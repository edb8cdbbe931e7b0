package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.app.program.Launch;
import dev.wasmscope.app.program.Listing;
import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.debug.PostMortem;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.Nearest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads commands and does them ({@code docs/formats/debug-commands.md}). */
public final class Prompt implements AutoCloseable {

  /** How a prompt was left. */
  public enum End {
    OK,
    /** The program failed or trapped. */
    FAILED,
    /** The script has an error; it was said. */
    BAD_SCRIPT
  }

  private static final Pattern LINE = Pattern.compile("([A-Za-z]+)\\s*(.*)");
  private static final String PROMPT = "(wasmscope) ";

  private final Debuggee debuggee;
  private final PrintStream out;
  private final PrintStream err;
  private final List<PromptCommand> commands = new ArrayList<>();
  private boolean quit;

  /**
   * A prompt for a program that has not been started.
   *
   * @param listing shows its code; lines are those of this text
   * @param starter makes runs of it
   * @param beforeStart is told of every run before it begins
   */
  public Prompt(
      Module module,
      Listing listing,
      Starter starter,
      Consumer<Launch> beforeStart,
      PrintStream out,
      PrintStream err) {
    this(module, listing, new Debuggee(starter, listing.lines(), beforeStart, out), out, err);
  }

  /**
   * A prompt for a program that is no more; says where it stopped.
   *
   * @param listing shows its code, if it is at hand
   */
  public static Prompt of(
      Module module, Listing listing, PostMortem dump, PrintStream out, PrintStream err) {
    Prompt prompt = new Prompt(module, listing, new Debuggee(dump, out), out, err);
    out.println(dump.snapshot().reason().sentence());
    prompt.find("thread").action().accept("");
    return prompt;
  }

  private Prompt(
      Module module, Listing listing, Debuggee debuggee, PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
    this.debuggee = debuggee;
    CodeDisplay code = new CodeDisplay(module, listing);
    PromptContext context = PromptContext.of(module, code, debuggee, out);
    BreakpointCommands breakpoints = new BreakpointCommands(context);
    commands.addAll(new ControlCommands(context).commands());
    commands.addAll(breakpoints.commands());
    commands.addAll(new InspectCommands(context, breakpoints::show).commands());
    commands.addAll(new ThreadCommands(context).commands());
    commands.addAll(new ChangeCommands(context).commands());
    commands.addAll(new CallCommands(context).commands());
    commands.add(PromptCommand.of("help h", "[COMMAND]", "explain the commands", this::help));
    commands.add(PromptCommand.of("quit q exit", "", "leave", _ -> quit = true));
  }

  /** Sets the breakpoints to begin with. */
  public void breakpoints(List<Breakpoint> breakpoints) {
    debuggee.breakpoints(breakpoints);
  }

  /** Does what somebody types, until they leave. */
  public End interact(BufferedReader in) throws IOException {
    while (!quit) {
      out.print(PROMPT);
      out.flush();
      String line = in.readLine();
      if (line == null) {
        out.println();
        break;
      }
      attempt(line).ifPresent(err::println);
    }
    return end();
  }

  /**
   * Does what a script says, up to its first error.
   *
   * @param name of the script, for its errors
   */
  public End run(String name, List<String> lines) {
    for (int i = 0; i < lines.size() && !quit; i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        out.println("> " + line);
      }
      Optional<String> error = attempt(line);
      if (error.isPresent()) {
        out.flush();
        err.println(name + ":" + (i + 1) + ": " + error.get());
        return End.BAD_SCRIPT;
      }
    }
    return end();
  }

  /** Does one line; why not, if it cannot be done. */
  private Optional<String> attempt(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.empty();
    }
    try {
      Matcher matcher = LINE.matcher(text);
      if (!matcher.matches()) {
        throw new PromptException("'" + text + "' is no command; see help");
      }
      find(matcher.group(1)).action().accept(matcher.group(2).strip());
      return Optional.empty();
    } catch (PromptException e) {
      return Optional.of(e.getMessage());
    }
  }

  private PromptCommand find(String name) {
    return commands.stream()
        .filter(command -> command.names().contains(name))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = commands.stream().map(PromptCommand::name).toList();
              String hint =
                  Nearest.to(name, known)
                      .map(n -> "; did you mean " + n + "?")
                      .orElse("; see help");
              return new PromptException("there is no command " + name + hint);
            });
  }

  private void help(String name) {
    if (name.isEmpty()) {
      commands.forEach(this::describe);
    } else {
      describe(find(name));
    }
  }

  private void describe(PromptCommand command) {
    String names = String.join(", ", command.names());
    out.printf("%-24s %s%n", names, command.description());
    if (!command.arguments().isEmpty()) {
      out.printf("%-24s   %s %s%n", "", command.name(), command.arguments());
    }
  }

  private End end() {
    return debuggee.isFrozen() || debuggee.outcome().filter(Prompt::isFailure).isPresent()
        ? End.FAILED
        : End.OK;
  }

  private static boolean isFailure(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned _, Outcome.Terminated _ -> false;
      case Outcome.Exited(int status) -> status != 0;
      case Outcome.Trapped _, Outcome.Uncaught _, Outcome.Failed _ -> true;
    };
  }

  /** Ends the program. */
  @Override
  public void close() {
    debuggee.close();
  }
}
