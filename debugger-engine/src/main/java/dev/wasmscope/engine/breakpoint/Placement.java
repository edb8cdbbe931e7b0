package dev.wasmscope.engine.breakpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether, and at which offset, a breakpoint fits a function that may have been edited since. */
public sealed interface Placement {

  /**
   * It fits.
   *
   * @param moved whether the offset is another than the one asked for
   */
  record Placed(int offset, boolean moved) implements Placement {}

  /**
   * It does not.
   *
   * @param reason a sentence for the user
   */
  record Unplaced(String reason) implements Placement {}

  /**
   * An instruction of the function as it is now.
   *
   * @param offset bytes from the start of the body
   * @param line in the module's text, from 1; 0 if there is none
   * @param mnemonic in the text format
   */
  record Instruction(int offset, int line, String mnemonic) {}

  /**
   * Finds the instruction meant: the one at the offset if its mnemonic is the one remembered; else
   * the nearest with that mnemonic; else the first of the line.
   *
   * @param instructions all of the function, in order
   */
  static Placement of(Target.AtPlace target, List<Instruction> instructions) {
    Predicate<Instruction> same =
        instruction -> target.text().isEmpty() || instruction.mnemonic().equals(target.text());
    return atOffset(target, instructions, same)
        .or(() -> nearest(target, instructions, same.and(_ -> !target.text().isEmpty())))
        .or(() -> firstOfLine(target, instructions))
        .<Placement>map(found -> placed(target, found))
        .orElseGet(() -> new Unplaced(reason(target, instructions)));
  }

  private static Optional<Instruction> atOffset(
      Target.AtPlace target, List<Instruction> instructions, Predicate<Instruction> same) {
    return instructions.stream()
        .filter(
            instruction ->
                target.offset().isPresent()
                    && instruction.offset() == target.offset().getAsInt()
                    && same.test(instruction))
        .findFirst();
  }

  private static Optional<Instruction> nearest(
      Target.AtPlace target, List<Instruction> instructions, Predicate<Instruction> same) {
    return instructions.stream()
        .filter(same)
        .min(
            Comparator.comparingInt(
                    (Instruction instruction) ->
                        distance(instruction.line(), target.line().orElse(instruction.line())))
                .thenComparingInt(
                    instruction ->
                        distance(
                            instruction.offset(), target.offset().orElse(instruction.offset()))));
  }

  private static Optional<Instruction> firstOfLine(
      Target.AtPlace target, List<Instruction> instructions) {
    return instructions.stream()
        .filter(
            instruction ->
                target.line().isPresent() && instruction.line() == target.line().getAsInt())
        .findFirst();
  }

  private static Placement placed(Target.AtPlace target, Instruction found) {
    boolean moved = target.offset().isPresent() && target.offset().getAsInt() != found.offset();
    return new Placed(found.offset(), moved);
  }

  private static String reason(Target.AtPlace target, List<Instruction> instructions) {
    if (!target.text().isEmpty()) {
      return "there is no %s in function %s any more".formatted(target.text(), target.function());
    } else if (target.offset().isEmpty()) {
      return "no instruction of function %s is on line %d"
          .formatted(target.function(), target.line().orElse(0));
    }
    int offset = target.offset().getAsInt();
    return nearest(target, instructions, _ -> true)
        .map(
            near ->
                "no instruction of function %s starts at offset %d; the nearest starts at %d"
                    .formatted(target.function(), offset, near.offset()))
        .orElseGet(() -> "function %s has no instructions".formatted(target.function()));
  }

  private static int distance(int a, int b) {
    return Math.abs(a - b);
  }
}
