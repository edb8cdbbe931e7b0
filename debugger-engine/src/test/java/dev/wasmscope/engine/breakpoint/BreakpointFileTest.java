package dev.wasmscope.engine.breakpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakpointFileTest {
  private static final Target.OnEvent TRAP = new Target.OnEvent(EventKind.TRAP, Optional.empty());

  @TempDir Path folder;
  private Path path;
  private BreakpointFile file;

  @BeforeEach
  void open() {
    path = folder.resolve("breakpoints.json");
    file = BreakpointFile.at(path);
  }

  @Test
  void aFileThatDoesNotExistIsEmptyAndComesWithTheFirstSave() throws IOException {
    assertEquals(List.of(), file.load().breakpoints());
    file.save(List.of(Breakpoint.of(1, TRAP)), Optional.of(new ModuleStamp("a.wat", "ab")));
    assertEquals(
        """
        { "version": 1,
          "module": { "path": "a.wat", "sha256": "ab" },
          "breakpoints": [
            { "id": 1, "kind": "event", "event": "trap", "enabled": true } ] }
        """,
        Files.readString(path));
    LoadedBreakpoints loaded = BreakpointFile.at(path).load();
    assertEquals(List.of(Breakpoint.of(1, TRAP)), loaded.breakpoints());
    assertEquals(Optional.of(new ModuleStamp("a.wat", "ab")), loaded.module());
  }

  @Test
  void everyTargetSurvivesSavingAndLoading() throws IOException {
    IndexOrName name = new IndexOrName.Name("$f");
    IndexOrName index = new IndexOrName.Index(3);
    List<Target> targets =
        List.of(
            new Target.AtPlace(name, OptionalInt.of(4), OptionalInt.of(7), "i32.add"),
            new Target.AtPlace(index, OptionalInt.empty(), OptionalInt.of(7), ""),
            new Target.AtSource("a \"b\".c", 3, OptionalInt.of(9)),
            new Target.AtFunction(index, Target.When.EXIT),
            new Target.OnMemory(name, -1L, 16, Access.READ_WRITE),
            new Target.OnGlobal(name, Access.READ),
            new Target.OnEvent(EventKind.HOST_CALL, Optional.of("env.*")));
    List<Breakpoint> breakpoints = new ArrayList<>();
    for (Target target : targets) {
      breakpoints.add(
          Breakpoint.of(breakpoints.size() + 1, target)
              .withCondition("$i == 3 && $\"odd name\" != 0")
              .withHitCondition("% 2")
              .withLogMessage("{hex:$i}\n")
              .withEnabled(false));
    }
    file.save(breakpoints, Optional.empty());
    LoadedBreakpoints loaded = file.load();
    assertEquals(List.of(), loaded.problems());
    assertEquals(breakpoints, loaded.breakpoints());
  }

  @Test
  void savingKeepsWhatIsNotUnderstood() throws IOException {
    write(
        """
        { "author": "me", "breakpoints": [
          { "id": 1, "kind": "event", "event": "trap", "note": "keep", "colour": [1, {"a": null}] },
          { "kind": "plaec", "function": "f" },
          { "id": 3, "kind": "data", "address": "0X0010", "length": "4" },
          { "id": 4, "event": "start" } ] }
        """);
    List<Breakpoint> loaded = file.load().breakpoints();
    file.save(
        List.of(loaded.get(0).withEnabled(false), loaded.get(1), Breakpoint.of(9, TRAP)),
        Optional.empty());
    assertEquals(
        """
        { "version": 1,
          "author": "me",
          "breakpoints": [
            { "id": 1, "kind": "event", "event": "trap", "enabled": false, "note": "keep", "colour": [1, { "a": null }] },
            { "kind": "plaec", "function": "f" },
            { "id": 3, "kind": "data", "address": "0X0010", "length": "4" },
            { "id": 9, "kind": "event", "event": "trap", "enabled": true } ] }
        """,
        Files.readString(path));
  }

  @Test
  void entriesWrittenBySomebodyElseInTheMeantimeStay() throws IOException {
    file.save(List.of(Breakpoint.of(1, TRAP)), Optional.empty());
    write(
        """
        [ { "id": 1, "event": "trap" }, { "id": 2, "event": "start" } ]
        """);
    file.save(List.of(), Optional.empty());
    assertEquals(List.of(2), file.load().breakpoints().stream().map(Breakpoint::id).toList());
  }

  @Test
  void aFileThatCannotBeReadIsNeverOverwritten() throws IOException {
    for (String text : List.of("{ \"breakpoints\": [", "{ \"version\": 2 }", "7", "[] []")) {
      write(text);
      LoadedBreakpoints loaded = file.load();
      assertFalse(loaded.readable(), text);
      assertTrue(loaded.hasErrors(), text);
      IOException refused =
          assertThrows(IOException.class, () -> file.save(List.of(), Optional.empty()));
      assertTrue(refused.getMessage().contains("correct or remove the file"), refused::getMessage);
      assertEquals(text, Files.readString(path));
    }
  }

  @Test
  void reloadTellsOnlyWhatOthersWrote() throws IOException {
    file.save(List.of(Breakpoint.of(1, TRAP)), Optional.empty());
    assertEquals(Optional.empty(), file.reload());
    write("[ { \"event\": \"start\" } ]");
    assertEquals(1, file.reload().orElseThrow().breakpoints().size());
    assertEquals(Optional.empty(), file.reload());
    Files.delete(path);
    assertEquals(List.of(), file.reload().orElseThrow().breakpoints());
  }

  @Test
  void savingLeavesNoOtherFileAndFollowsLinks() throws IOException {
    Path real = folder.resolve("real.json");
    Files.writeString(real, "[]");
    Files.createSymbolicLink(path, real);
    file.load();
    file.save(List.of(Breakpoint.of(1, TRAP)), Optional.empty());
    assertTrue(Files.isSymbolicLink(path));
    assertTrue(Files.readString(real).contains("trap"));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void aFolderInItsPlaceIsAProblem() throws IOException {
    Files.createDirectory(path);
    LoadedBreakpoints loaded = file.load();
    assertTrue(loaded.problems().getFirst().toString().contains("the file cannot be read"));
    assertThrows(IOException.class, () -> file.save(List.of(), Optional.empty()));
  }

  private void write(String text) throws IOException {
    Files.write(path, text.getBytes(UTF_8));
  }
}
