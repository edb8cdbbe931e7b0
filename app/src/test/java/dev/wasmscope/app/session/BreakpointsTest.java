package dev.wasmscope.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.app.workspace.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakpointsTest {
  private final Document document = Document.untitled("a.wat", "one\n  two\nthree\nfour\n");
  private final Breakpoints breakpoints = new Breakpoints();

  private List<Integer> lines() {
    return breakpoints.of(document).stream().map(Breakpoint::line).toList();
  }

  @Test
  void togglingSetsAndRemoves() {
    breakpoints.toggle(document, 1);
    assertEquals("two", breakpoints.at(document, 1).orElseThrow().text());
    assertEquals("a.wat:2", breakpoints.at(document, 1).orElseThrow().title());
    breakpoints.toggle(document, 1);
    assertTrue(breakpoints.of(document).isEmpty());
  }

  @Test
  void linesInsertedAboveMoveBreakpointsDown() {
    breakpoints.add(document, 0);
    breakpoints.add(document, 2);
    breakpoints.shift(document, 1, 0, 3);
    assertEquals(List.of(0, 5), lines());
    assertEquals("a.wat:6", breakpoints.of(document).getLast().title());
  }

  @Test
  void breakpointsInRemovedLinesGoWithThem() {
    breakpoints.add(document, 1);
    breakpoints.add(document, 2);
    breakpoints.add(document, 3);
    breakpoints.shift(document, 0, 2, 0);
    assertEquals(List.of(1), lines());
  }

  @Test
  void changingKeepsTheRest() {
    Breakpoint set = breakpoints.add(document, 1);
    breakpoints.change(document, set.id(), b -> b.when("$x == 1", ">= 3", ""));
    breakpoints.change(document, set.id(), b -> b.enabled(false));
    Breakpoint changed = breakpoints.of(document).getFirst();
    assertEquals("$x == 1", changed.condition());
    assertEquals(">= 3", changed.hitCondition());
    assertEquals(false, changed.enabled());
  }
}
