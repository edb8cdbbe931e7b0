package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.debug.DebugSession;
import dev.wasmscope.engine.debug.Variable;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.source.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Commands that change the program. */
final class ChangeCommands {

  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?:(local|global|operand|memory)\\s+)?(\\S.*?)\\s*(?<![=!<>])=(?!=)\\s*(.+)");
  private static final Pattern WRITE = Pattern.compile("(\\S+)\\s+(.+)\\s+(\\S+)");
  private static final Pattern READ = Pattern.compile("(\\S+)\\s+(.+)");
  private static final int MOST_FIELDS = 10_000;
  private static final int LARGEST_FILE = 1 << 30;

  private final PromptContext context;
  private final Debuggee debuggee;

  ChangeCommands(PromptContext context) {
    this.context = context;
    this.debuggee = context.debuggee();
  }

  List<PromptCommand> commands() {
    return List.of(
        PromptCommand.of(
            "set",
            "[local|global|operand|memory] WHAT = VALUE",
            "change $NAME, $NAME.FIELD, an index, s[N] or TYPE@ADDRESS",
            this::set),
        PromptCommand.of("write", "FILE ADDRESS LENGTH", "copy memory to a file", this::write),
        PromptCommand.of("read", "FILE ADDRESS", "copy a file to memory", this::read));
  }

  private void set(String text) {
    Matcher matcher = ASSIGNMENT.matcher(text);
    if (!matcher.matches()) {
      throw new PromptException("set takes [local|global|operand|memory] WHAT = VALUE");
    }
    String what = matcher.group(2);
    String value = matcher.group(3).strip();
    boolean mayBeMember = matcher.group(1) == null && what.startsWith("$");
    Optional<Member> member = mayBeMember ? findMember(what) : Optional.empty();
    if (member.isPresent()) {
      member(member.get(), value);
      return;
    }
    switch (Optional.ofNullable(matcher.group(1)).orElseGet(() -> kind(what))) {
      case "local" -> local(find(debuggee.frame().locals(), what, "local"), value);
      case "global" -> global(find(globals(), what, "global"), value);
      case "operand" -> operand(what, value);
      default -> memory(what, value);
    }
  }

  private String kind(String what) {
    if (what.contains("@")) {
      return "memory";
    }
    if (what.startsWith("s[")) {
      return "operand";
    }
    boolean isLocal =
        debuggee.frame().locals().stream()
            .anyMatch(v -> what.equals("$" + v.name()) || what.equals("$" + v.index()));
    return isLocal ? "local" : "global";
  }

  private List<Variable> globals() {
    return debuggee.stopped().globals();
  }

  private static Variable find(List<Variable> variables, String what, String kind) {
    String name = what.startsWith("$") ? what.substring(1) : what;
    return variables.stream()
        .filter(v -> v.name().equals(name) || Integer.toString(v.index()).equals(name))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known =
                  variables.stream().map(Variable::name).filter(n -> !n.isEmpty()).toList();
              String hint =
                  Nearest.to(name, known).map(n -> "; did you mean $" + n + "?").orElse("");
              return new PromptException("there is no " + kind + " " + what + hint);
            });
  }

  private void local(Variable local, String value) {
    DebugSession session = debuggee.running();
    Value fitting = context.value(local.type(), value);
    Debuggee.answer(session.setLocal(debuggee.level(), local.index(), fitting));
  }

  private void global(Variable global, String value) {
    Value fitting = context.value(global.type(), value);
    Debuggee.answer(debuggee.running().setGlobal(global.index(), fitting));
  }

  private void operand(String what, String value) {
    Matcher matcher = Pattern.compile("(?:s\\[)?(\\d{1,9})]?").matcher(what);
    List<Variable> operands = debuggee.frame().operands();
    int index = matcher.matches() ? operands.size() - 1 - Numbers.from0(matcher.group(1)) : -1;
    if (index < 0) {
      throw new PromptException(
          "there is no operand " + what + "; the stack has " + operands.size());
    }
    Value fitting = context.value(operands.get(index).type(), value);
    Debuggee.answer(debuggee.running().setOperand(debuggee.level(), index, fitting));
  }

  private void member(Member member, String value) {
    Value fitting = context.value(member.variable().type(), value);
    Debuggee.answer(
        debuggee.running().setMember(member.owner().value(), member.variable().index(), fitting));
  }

  private record Member(Variable owner, Variable variable) {}

  /** What {@code $p.next.age} names, unless a variable is called so. */
  private Optional<Member> findMember(String what) {
    int dot = what.lastIndexOf('.');
    if (dot <= 0 || variable(what).isPresent()) {
      return Optional.empty();
    }
    String owner = what.substring(0, dot);
    return variable(owner)
        .or(() -> findMember(owner).map(Member::variable))
        .flatMap(o -> memberOf(o, what.substring(dot + 1)).map(m -> new Member(o, m)));
  }

  private Optional<Variable> variable(String what) {
    return Stream.concat(debuggee.frame().locals().stream(), globals().stream())
        .filter(v -> what.equals("$" + v.name()))
        .findFirst();
  }

  private Optional<Variable> memberOf(Variable owner, String name) {
    boolean isIndex = name.matches("\\d{1,9}");
    List<Variable> members =
        Debuggee.answer(
            debuggee
                .running()
                .members(
                    debuggee.level(),
                    owner.value(),
                    isIndex ? Integer.parseInt(name) : 0,
                    isIndex ? 1 : MOST_FIELDS));
    return members.stream().filter(m -> isIndex || m.name().equals(name)).findFirst();
  }

  private void memory(String what, String value) {
    MemoryCell cell = MemoryCell.parse(what);
    MemoryInstance memory = context.memory(cell.memory());
    byte[] bytes = cell.bytes(value, context::value);
    Debuggee.answer(debuggee.still().writeMemory(memory, context.address(cell.address()), bytes));
  }

  private void write(String text) {
    Matcher matcher = WRITE.matcher(text);
    if (!matcher.matches()) {
      throw new PromptException("write takes FILE ADDRESS LENGTH");
    }
    long address = context.address(matcher.group(2));
    long length = context.address(matcher.group(3));
    MemoryInstance memory = context.memory("0");
    byte[] bytes = memory.read(address, (int) Math.min(length, Integer.MAX_VALUE));
    if (bytes.length != length) {
      throw new PromptException(
          "%d bytes at 0x%x do not lie within the memory of %d bytes"
              .formatted(length, address, memory.byteSize()));
    }
    try {
      Files.write(Path.of(matcher.group(1)), bytes);
    } catch (IOException e) {
      throw new PromptException(matcher.group(1) + " cannot be written: " + e.getMessage());
    }
  }

  private void read(String text) {
    Matcher matcher = READ.matcher(text);
    if (!matcher.matches()) {
      throw new PromptException("read takes FILE ADDRESS");
    }
    Path file = Path.of(matcher.group(1));
    long address = context.address(matcher.group(2));
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new PromptException(file + " is larger than 1 GiB");
      }
      Debuggee.answer(
          debuggee.still().writeMemory(context.memory("0"), address, Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new PromptException(file + " cannot be read: " + e.getMessage());
    }
  }
}
