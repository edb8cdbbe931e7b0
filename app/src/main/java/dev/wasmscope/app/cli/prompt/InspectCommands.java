package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.debug.DebugSession;
import dev.wasmscope.engine.debug.FrameSnapshot;
import dev.wasmscope.engine.debug.Variable;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueFormat;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.RefType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that look at the program and change nothing. */
final class InspectCommands {

  private static final int LINES_AROUND = 5;
  private static final int INSTRUCTIONS_AROUND = 5;
  private static final int MEMBERS_AT_ONCE = 20;
  private static final int MOST_MEMBERS = 10_000;
  private static final Pattern FORMATTED = Pattern.compile("/(\\S+)\\s+(.+)");
  private static final Pattern MEMBERS = Pattern.compile("(\\S+)(?:\\s+(\\d+))?(?:\\s+(\\d+))?");
  private static final Pattern EXAMINE = Pattern.compile("(/\\S*)?\\s*(?:\\[(\\S+)\\]\\s+)?(.+)");

  private final PromptContext context;
  private final Debuggee debuggee;
  private final Runnable breakpoints;

  /** With what shows the breakpoints. */
  InspectCommands(PromptContext context, Runnable breakpoints) {
    this.context = context;
    this.debuggee = context.debuggee();
    this.breakpoints = breakpoints;
  }

  List<PromptCommand> commands() {
    return List.of(
        PromptCommand.of(
            "backtrace bt where", "[N]", "show the frames, innermost first", this::backtrace),
        PromptCommand.of("frame f", "[N]", "look at another frame", this::frame),
        PromptCommand.of("up", "", "look at the frame that called this one", _ -> move(1)),
        PromptCommand.of("down", "", "look at the frame that this one called", _ -> move(-1)),
        PromptCommand.of(
            "info i",
            "breakpoints|locals|stack|globals|memory|functions",
            "show what there is",
            this::info),
        PromptCommand.of(
            "print p",
            "[/FORMAT] EXPR",
            "show the value of an expression; FORMAT is d, u, x or a shape such as i8x16",
            this::print),
        PromptCommand.of(
            "members m",
            "EXPR [FROM [COUNT]]",
            "show the fields of a structure, the elements of an array, what an exception carries",
            this::members),
        PromptCommand.of(
            "x",
            "[/NFU] ADDRESS",
            "show memory: N units of format x d u f c s and size b h w g",
            this::examine),
        PromptCommand.of("list l", "[LOCATION]", "show lines of the text", this::list),
        PromptCommand.of("disassemble dis", "[LOCATION]", "show instructions", this::disassemble));
  }

  private void backtrace(String argument) {
    List<FrameSnapshot> frames = debuggee.stopped().frames();
    int count = argument.isEmpty() ? frames.size() : Numbers.count(argument, Integer.MAX_VALUE);
    frames.stream().limit(count).map(context.code()::frame).forEach(context.out()::println);
    if (count < frames.size()) {
      context.out().println("… " + (frames.size() - count) + " more");
    }
  }

  private void frame(String argument) {
    if (!argument.isEmpty()) {
      debuggee.level(Numbers.from0(argument));
    }
    FrameSnapshot frame = debuggee.frame();
    context.out().println(context.code().frame(frame));
    frame.place().ifPresent(place -> context.out().println(context.code().line(place)));
  }

  private void move(int by) {
    debuggee.level(debuggee.level() + by);
    frame("");
  }

  private void info(String subject) {
    switch (subject) {
      case "breakpoints", "break", "b" -> breakpoints.run();
      case "locals", "l" ->
          show(debuggee.frame().locals(), v -> ValueDisplay.of(kind(v), v), "locals");
      case "stack", "s" -> operands();
      case "globals", "g" -> show(debuggee.stopped().globals(), ValueDisplay::global, "globals");
      case "memory", "m" -> memories();
      case "functions", "f" -> functions();
      default ->
          throw new PromptException(
              "info breakpoints, locals, stack, globals, memory or functions, not '"
                  + subject
                  + "'");
    }
  }

  private String kind(Variable variable) {
    return variable.index() < debuggee.frame().parameters() ? "param" : "local";
  }

  private <T> void show(List<T> all, java.util.function.Function<T, String> line, String kind) {
    if (all.isEmpty()) {
      context.out().println("There are no " + kind + ".");
    }
    all.stream().map(line).forEach(context.out()::println);
  }

  /** From the top, numbered as expressions do it. */
  private void operands() {
    List<Variable> operands = debuggee.frame().operands();
    show(
        operands.reversed(),
        v ->
            "  s[%d]: %s = %s"
                .formatted(operands.size() - 1 - v.index(), v.typeText(), ValueDisplay.value(v)),
        "operands");
  }

  private void memories() {
    List<MemoryInstance> memories = debuggee.memories();
    for (int i = 0; i < memories.size(); i++) {
      MemoryInstance memory = memories.get(i);
      context
          .out()
          .printf("  memory %d: %d pages, %d bytes%n", i, memory.pages(), memory.byteSize());
    }
    if (memories.isEmpty()) {
      context.out().println("There are no memories.");
    }
  }

  private void functions() {
    List<String> names = context.code().functionNames();
    for (int i = 0; i < names.size(); i++) {
      context.out().printf("  %d %s%n", i, names.get(i));
    }
  }

  private void print(String text) {
    Matcher format = FORMATTED.matcher(text);
    if (format.matches()) {
      context.out().println(format(format.group(1)).show(typed(context.evaluate(format.group(2)))));
    } else {
      printPlainly(context.evaluate(text));
    }
  }

  private static ValueFormat format(String keyword) {
    return ValueFormat.of(keyword)
        .orElseThrow(
            () ->
                new PromptException(
                    "there is no format "
                        + keyword
                        + "; there are "
                        + String.join(
                            ", ",
                            Arrays.stream(ValueFormat.values())
                                .map(ValueFormat::keyword)
                                .toList())));
  }

  private static Value typed(ExpressionValue value) {
    return switch (value) {
      case ExpressionValue.Int(var type, long number) ->
          type.keyword().endsWith("32") ? Value.i32((int) number) : Value.i64(number);
      case ExpressionValue.F32(float number) -> Value.f32(number);
      case ExpressionValue.F64(double number) -> Value.f64(number);
      case ExpressionValue.Vector(var vector) -> Value.v128(vector);
      case ExpressionValue.Reference _ ->
          throw new PromptException("a reference has no formats; see members");
    };
  }

  private void members(String text) {
    Matcher parts = MEMBERS.matcher(text);
    if (!parts.matches()) {
      throw new PromptException("members takes EXPR [FROM [COUNT]]");
    }
    debuggee.stopped();
    DebugSession session = debuggee.running();
    RefType any = new RefType(true, AbsHeapType.ANY);
    Value owner = context.value(any, parts.group(1));
    int from = parts.group(2) == null ? 0 : Numbers.from0(parts.group(2));
    int count =
        parts.group(3) == null ? MEMBERS_AT_ONCE : Numbers.count(parts.group(3), MOST_MEMBERS);
    List<Variable> members = Debuggee.answer(session.members(debuggee.level(), owner, from, count));
    show(members, ValueDisplay::member, "members");
  }

  private void printPlainly(ExpressionValue value) {
    String hex =
        value instanceof ExpressionValue.Int(var type, long number) && (number < 0 || number > 9)
            ? " (0x%x)".formatted(type.keyword().endsWith("32") ? (int) number : number)
            : "";
    context.out().println(value.text() + hex);
  }

  private void examine(String text) {
    Matcher matcher = EXAMINE.matcher(text);
    if (!matcher.matches()) {
      throw new PromptException("x takes [/NFU] ADDRESS or [/NFU] [MEMORY] ADDRESS");
    }
    MemoryDump dump = MemoryDump.parse(Optional.ofNullable(matcher.group(1)).orElse(""));
    MemoryInstance memory = context.memory(Optional.ofNullable(matcher.group(2)).orElse("0"));
    dump.print(memory, context.address(matcher.group(3)), context.out());
  }

  private void list(String location) {
    Optional<Place> here = debuggee.isAlive() ? debuggee.frame().place() : Optional.empty();
    OptionalInt current =
        here.map(place -> context.code().places().lineOf(place)).orElse(OptionalInt.empty());
    int middle = location.isEmpty() ? current.orElse(1) : line(place(location));
    context.code().text(middle, LINES_AROUND, current).forEach(context.out()::println);
  }

  private int line(Place place) {
    return context
        .code()
        .places()
        .lineOf(place)
        .orElseThrow(() -> new PromptException("the module is binary and has no text"));
  }

  private void disassemble(String location) {
    Place place =
        location.isEmpty()
            ? debuggee
                .frame()
                .place()
                .orElseThrow(() -> new PromptException("this frame has no instructions"))
            : place(location);
    context.code().disassembly(place, INSTRUCTIONS_AROUND).forEach(context.out()::println);
  }

  private Place place(String location) {
    return context
        .locations()
        .place(location)
        .orElseGet(
            () -> {
              int function = context.locations().function(location);
              return new Place(function, context.code().instructions(function).getFirst().offset());
            });
  }
}
