package dev.wasmscope.engine.breakpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.breakpoint.Placement.Instruction;
import dev.wasmscope.engine.breakpoint.Placement.Placed;
import dev.wasmscope.engine.breakpoint.Placement.Unplaced;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final List<Instruction> NOW =
      List.of(
          new Instruction(1, 10, "local.get"),
          new Instruction(3, 11, "i32.rotl"),
          new Instruction(4, 20, "local.get"),
          new Instruction(6, 20, "i32.rotl"),
          new Instruction(7, 21, "end"));

  @Test
  void staysWhereTheInstructionStillIs() {
    assertEquals(new Placed(3, false), place(3, 11, "i32.rotl"));
    assertEquals(new Placed(3, false), place(3, 99, "i32.rotl"));
    assertEquals(new Placed(4, false), place(4, 0, ""));
  }

  @Test
  void followsTheInstructionToItsNearestLikeness() {
    assertEquals(new Placed(6, true), place(4, 19, "i32.rotl"));
    assertEquals(new Placed(3, true), place(4, 12, "i32.rotl"));
    assertEquals(new Placed(3, true), place(1, 0, "i32.rotl"));
  }

  @Test
  void staysOnItsLineWhenTheInstructionHasChanged() {
    assertEquals(new Placed(4, true), place(6, 20, "i32.shl"));
    assertEquals(new Placed(4, false), place(-1, 20, ""));
  }

  @Test
  void saysWhyItCannotBePlaced() {
    assertEquals(
        new Unplaced("there is no i32.shl in function $f any more"), place(6, 50, "i32.shl"));
    assertEquals(
        new Unplaced("no instruction of function $f starts at offset 5; the nearest starts at 4"),
        place(5, 0, ""));
    assertEquals(new Unplaced("no instruction of function $f is on line 12"), place(-1, 12, ""));
    Target.AtPlace target =
        new Target.AtPlace(new IndexOrName.Index(0), OptionalInt.of(1), OptionalInt.empty(), "");
    assertEquals(new Unplaced("function 0 has no instructions"), Placement.of(target, List.of()));
  }

  private static Placement place(int offset, int line, String text) {
    Target.AtPlace target =
        new Target.AtPlace(
            new IndexOrName.Name("$f"),
            offset < 0 ? OptionalInt.empty() : OptionalInt.of(offset),
            line == 0 ? OptionalInt.empty() : OptionalInt.of(line),
            text);
    return Placement.of(target, NOW);
  }
}
