package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.wasm.binary.Instruction;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Understands how users write places of a module. */
final class Locations {

  private static final Pattern LINE = Pattern.compile("(?:(.+):)?(\\d{1,9})");
  private static final Pattern OFFSET = Pattern.compile("(.+)\\+(\\d{1,9}|0x[0-9a-fA-F]{1,7})");

  private final Module module;
  private final IndexSpaces spaces;
  private final CodeDisplay code;

  Locations(Module module, CodeDisplay code) {
    this.module = module;
    this.spaces = IndexSpaces.of(module);
    this.code = code;
  }

  /** What {@code text} means for a breakpoint: a function's entry, an instruction or a line. */
  Target target(String text) {
    Matcher line = LINE.matcher(text);
    if (line.matches() && isOtherFile(line.group(1))) {
      return new Target.AtSource(
          line.group(1), Integer.parseInt(line.group(2)), OptionalInt.empty());
    }
    return place(text)
        .<Target>map(this::target)
        .orElseGet(() -> new Target.AtFunction(reference(function(text)), Target.When.ENTRY));
  }

  private boolean isOtherFile(String file) {
    return file != null && !file.equals(code.places().file());
  }

  private Target target(Place place) {
    String mnemonic =
        code.instructions(place.function()).stream()
            .filter(instruction -> instruction.offset() == place.offset())
            .map(instruction -> instruction.opcode().mnemonic())
            .findFirst()
            .orElse("");
    return new Target.AtPlace(
        reference(place.function()),
        OptionalInt.of(place.offset()),
        code.places().lineOf(place),
        mnemonic);
  }

  /** The instruction that {@code text} means; empty if it is a function's name. */
  Optional<Place> place(String text) {
    Matcher line = LINE.matcher(text);
    if (line.matches() && !isOtherFile(line.group(1))) {
      return Optional.of(onLine(Integer.parseInt(line.group(2))));
    }
    Matcher offset = OFFSET.matcher(text);
    return offset.matches()
        ? Optional.of(inFunction(function(offset.group(1)), Integer.decode(offset.group(2))))
        : Optional.empty();
  }

  private Place onLine(int line) {
    List<Place> places = code.places().placesOn(line);
    if (!places.isEmpty()) {
      return places.getFirst();
    }
    int last = code.lineCount();
    String remedy =
        IntStream.rangeClosed(line + 1, last)
            .filter(next -> !code.places().placesOn(next).isEmpty())
            .mapToObj(next -> "; the next with one is line " + next)
            .findFirst()
            .orElse("; the text has " + last + " lines");
    throw new PromptException("no instruction stands on line " + line + remedy);
  }

  private Place inFunction(int function, int offset) {
    List<Integer> offsets = code.instructions(function).stream().map(Instruction::offset).toList();
    if (!offsets.contains(offset)) {
      int near =
          offsets.stream()
              .min((a, b) -> Integer.compare(Math.abs(a - offset), Math.abs(b - offset)))
              .orElse(0);
      throw new PromptException(
          "no instruction of %s starts at offset %d; the nearest starts at %d"
              .formatted(spaces.displayName(function), offset, near));
    }
    return new Place(function, offset);
  }

  /** The function called {@code text}, or of that index; one that the module defines. */
  int function(String text) {
    String name = text.startsWith("$") ? text.substring(1) : text;
    int count = spaces.functions().size();
    int index =
        IntStream.range(0, count)
            .filter(i -> spaces.displayName(i).equals(name))
            .findFirst()
            .orElseGet(() -> byExportOrIndex(name, count));
    if (index < 0) {
      List<String> known = IntStream.range(0, count).mapToObj(spaces::displayName).toList();
      String remedy = Nearest.to(name, known).map(n -> "; did you mean " + n + "?").orElse("");
      throw new PromptException("there is no function called " + text + remedy);
    }
    if (!spaces.isDefined(index)) {
      throw new PromptException(
          spaces.displayName(index) + " is imported; use catch host-call " + name);
    }
    return index;
  }

  private int byExportOrIndex(String name, int count) {
    if (name.matches("\\d{1,9}") && Integer.parseInt(name) < count) {
      return Integer.parseInt(name);
    }
    return module.exports().stream()
        .filter(e -> e.kind() == ExternKind.FUNC)
        .filter(e -> e.name().equals(name))
        .mapToInt(e -> e.index())
        .findFirst()
        .orElse(-1);
  }

  /** How a file of breakpoints names a function: by its name, if it has one of its own. */
  IndexOrName reference(int function) {
    return module
        .names()
        .function(function)
        .<IndexOrName>map(name -> new IndexOrName.Name("$" + name))
        .orElse(new IndexOrName.Index(function));
  }
}
