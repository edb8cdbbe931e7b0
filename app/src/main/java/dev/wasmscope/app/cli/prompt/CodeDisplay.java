package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.app.program.Listing;
import dev.wasmscope.engine.debug.FrameSnapshot;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.binary.Instruction;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.LineIndex;
import dev.wasmscope.wasm.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Shows where the program is: names of places, lines of the text, instructions. */
final class CodeDisplay {

  private static final String HERE = "=>";

  private final Module module;
  private final LineTable places;
  private final byte[] text;
  private final LineIndex lines;
  private final IndexSpaces spaces;

  /** Shows code of {@code module} by a text of it. */
  CodeDisplay(Module module, Listing listing) {
    this.module = module;
    this.places = listing.lines();
    this.text = listing.text().getBytes(StandardCharsets.UTF_8);
    this.lines = LineIndex.of(text);
    this.spaces = IndexSpaces.of(module);
  }

  /** Which places stand on which lines. */
  LineTable places() {
    return places;
  }

  /** How many lines can be shown; 0 if there is no text. */
  int lineCount() {
    return text.length == 0 ? 0 : lines.lineCount();
  }

  /** {@code transform+214 at sha256.wat:88}. */
  String name(Place place) {
    if (place.function() >= spaces.functions().size()) {
      return "func[" + place.function() + "]+" + place.offset();
    }
    String name = spaces.displayName(place.function()) + "+" + place.offset();
    OptionalInt line = places.lineOf(place);
    return line.isEmpty() ? name : name + " at " + places.file() + ":" + line.getAsInt();
  }

  /** {@code #1 transform+214 at sha256.wat:88}. */
  String frame(FrameSnapshot frame) {
    String where = frame.place().map(this::name).orElse(frame.function());
    return "#" + frame.level() + " " + where;
  }

  /** The line of {@code place} in the text, else its instruction. */
  String line(Place place) {
    if (!spaces.isDefined(place.function())) {
      return "   (its code is not at hand)";
    }
    OptionalInt line = places.lineOf(place);
    boolean shown = line.isPresent() && line.getAsInt() <= lineCount();
    return shown ? textLine(line.getAsInt(), true) : disassembly(place, 0).getFirst();
  }

  /** Lines of the text around {@code middle}. */
  List<String> text(int middle, int around, OptionalInt here) {
    if (lineCount() == 0) {
      throw new PromptException("the module is too large for a text; use disassemble");
    }
    int first = Math.max(1, middle - around);
    int last = Math.min(lines.lineCount(), middle + around);
    List<String> listed = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      listed.add(textLine(line, here.isPresent() && here.getAsInt() == line));
    }
    return listed;
  }

  private String textLine(int line, boolean here) {
    Span span = lines.lineSpan(line);
    String shown = new String(text, span.start(), span.length(), StandardCharsets.UTF_8);
    return "%2s %4d  %s".formatted(here ? HERE : "", line, shown).stripTrailing();
  }

  /**
   * Instructions around a place.
   *
   * @param around how many before and after
   */
  List<String> disassembly(Place place, int around) {
    if (!spaces.isDefined(place.function())) {
      throw new PromptException("the code of func[" + place.function() + "] is not at hand");
    }
    List<Instruction> all = instructions(place.function());
    int at = 0;
    while (at + 1 < all.size() && all.get(at + 1).offset() <= place.offset()) {
      at++;
    }
    int first = Math.max(0, at - around);
    int last = Math.min(all.size() - 1, at + around);
    List<String> listed = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      listed.add(
          "%2s +%-5d %s"
              .formatted(
                  i == at ? HERE : "",
                  all.get(i).offset(),
                  InstructionText.of(all.get(i), module, place.function())));
    }
    return listed;
  }

  /** All functions by the names that users know. */
  List<String> functionNames() {
    return IntStream.range(0, spaces.functions().size()).mapToObj(spaces::displayName).toList();
  }

  /** All instructions of a function that the module defines. */
  List<Instruction> instructions(int function) {
    List<Instruction> all = new ArrayList<>();
    CodeReader code = CodeReader.ofBody(spaces.defined(function).body());
    while (!code.atEnd()) {
      code.next();
      all.add(Instruction.of(code));
    }
    return all;
  }
}
