package dev.wasmscope.engine.breakpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.fuzz.TextMutator;
import dev.wasmscope.fuzz.Trials;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakpointReadingTest {
  @Test
  void bareListsAndMissingKindsAreUnderstood() {
    List<Breakpoint> read =
        read("""
        [ { "file": "main.c", "line": 3 },
          { "function": 12, "offset": "0x2a" },
          { "function": "12", "line": "7" },
          { "function": "$main" },
          { "address": 16 },
          { "global": 0 },
          { "event": "trap" } ]
        """)
            .breakpoints();
    IndexOrName twelve = new IndexOrName.Index(12);
    assertEquals(
        List.of(
            Breakpoint.of(1, new Target.AtSource("main.c", 3, OptionalInt.empty())),
            Breakpoint.of(2, new Target.AtPlace(twelve, OptionalInt.of(42), none(), "")),
            Breakpoint.of(3, new Target.AtPlace(twelve, none(), OptionalInt.of(7), "")),
            Breakpoint.of(
                4, new Target.AtFunction(new IndexOrName.Name("$main"), Target.When.ENTRY)),
            Breakpoint.of(5, new Target.OnMemory(new IndexOrName.Index(0), 16, 1, Access.WRITE)),
            Breakpoint.of(6, new Target.OnGlobal(new IndexOrName.Index(0), Access.WRITE)),
            Breakpoint.of(7, new Target.OnEvent(EventKind.TRAP, Optional.empty()))),
        read);
  }

  @Test
  void idsAreGivenWhereTheyAreMissingOrTaken() {
    LoadedBreakpoints loaded =
        read(
            """
            [ { "event": "trap" }, { "id": 1, "event": "start" }, { "id": 1, "event": "trap" },
              { "id": -4, "event": "trap" }, { "id": "x", "event": "trap" } ]
            """);
    assertEquals(
        List.of(2, 1, 3, 4, 5), loaded.breakpoints().stream().map(Breakpoint::id).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'kind': 'plaec'} | unknown kind \"plaec\"; did you mean \"place\"?",
        "{'kind': 'zzzzz'} | unknown kind \"zzzzz\"; known are \"place\", \"source\", \"function\","
            + " \"data\", \"event\"",
        "{'kind': 'place', 'function': 'f'} | offset is missing",
        "{'kind': 'place', 'offset': 1} | function is missing",
        "{'function': 'f', 'offset': -1} | offset must be a number that is not negative, not -1",
        "{'function': 'f', 'offset': 1.5} | offset must be a number that is not negative, not 1.5",
        "{'function': 'f', 'offset': '0xzz'} | offset must be a number that is not negative, not"
            + " \"0xzz\"",
        "{'function': 'f', 'offset': 4294967296} | offset must be between 0 and 2147483647, not"
            + " 4294967296",
        "{'function': '', 'offset': 1} | function must be a name or an index, not \"\"",
        "{'function': {}, 'offset': 1} | function must be a name or an index, not {}",
        "{'file': 'a.c'} | line is missing",
        "{'file': 'a.c', 'line': 0} | line must be between 1 and 2147483647, not 0",
        "{'file': 7, 'line': 1} | file must be a string, not 7",
        "{'kind': 'data'} | address is missing",
        "{'address': 0, 'length': 0} | length must be at least 1",
        "{'address': 0, 'access': 'rite'} | unknown access \"rite\"; did you mean \"write\"?",
        "{'event': 'traps'} | unknown event \"traps\"; did you mean \"trap\"?",
        "{'event': 'trap', 'name': 'x'} | name is only for the event \"host-call\"",
        "{'event': 'trap', 'enabled': 1} | enabled must be true or false, not 1",
        "{} | kind is missing, and there is no file, function, address, global or event to tell it",
        "7 | an entry must be an object",
        "null | an entry must be an object",
        "{'event': 'trap', 'condition': '$i = 3'} | condition \"$i = 3\": an expression cannot"
            + " assign; '==' compares (at character 4)",
        "{'event': 'trap', 'hitCondition': 'x'} | hitCondition \"x\": a hit condition is a"
            + " comparison and a number, as '>= 3', '== 5' or '% 10' (at character 1)",
        "{'event': 'trap', 'logMessage': '{'} | logMessage \"{\": '{' is not closed; write '{{' for"
            + " a brace (at character 1)",
      })
  void aWrongEntryIsNamedWithItsPlaceAndTheOthersAreUsed(String entry, String message) {
    String json = entry.replace('\'', '"');
    LoadedBreakpoints loaded = read("[ {\"event\": \"start\"},\n  " + json + " ]");
    assertEquals(
        List.of("b.json:2:3: entry 2: " + message),
        loaded.problems().stream().map(BreakpointProblem::toString).toList());
    assertEquals(1, loaded.breakpoints().size());
    assertTrue(loaded.readable());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'breakpoints': 3} | b.json:1:17: breakpoints must be a list",
        "{'version': 2} | b.json: version 2 is not understood; this program reads version 1",
        "'x' | b.json:1:1: expected an object or a list",
        "[] 1 | b.json:1:4: there is more text after the end",
        "{'a': 1, 'a': 2} | b.json:1:13: this is not JSON: Duplicate Object property \"a\"",
      })
  void aWrongFileIsRefusedAsAWhole(String text, String problem) {
    LoadedBreakpoints loaded = read(text.replace('\'', '"'));
    assertEquals(problem, loaded.problems().getFirst().toString());
    assertEquals(List.of(), loaded.breakpoints());
    assertEquals(false, loaded.readable());
  }

  @Test
  void misspeltFieldsAreDoubted() {
    LoadedBreakpoints loaded =
        read("{\"breakpoint\": [], \"breakpoints\": [{\"event\": \"trap\", \"conditon\": \"0\"}]}");
    assertEquals(
        List.of(
            "b.json:1:2: unknown field breakpoint; did you mean breakpoints?",
            "b.json:1:36: entry 1: unknown field conditon; did you mean condition?"),
        loaded.problems().stream().map(BreakpointProblem::toString).toList());
    assertEquals(1, loaded.breakpoints().size());
  }

  @Test
  void damagedBytesAreProblemsAndNothingElse() {
    byte[] whole =
        """
        { "version": 1, "module": { "path": "é" }, "breakpoints": [
          { "id": 1, "kind": "place", "function": "$f", "offset": "0x2a", "condition": "$i == 16" },
          { "id": 4, "kind": "data", "memory": 0, "address": "0x10f20", "access": "write" } ] }
        """
            .getBytes(UTF_8);
    List<String> words = List.of("\"id\"", "\"place\"", "\"kind\"", "null", "1.5", "-1", "{}");
    var mutator = new TextMutator(5, words);
    try (var trials = new Trials(BreakpointReadingTest::isAnswered)) {
      for (int n = 0; n < 20_000; n++) {
        trials.attempt("breakpoints " + n, mutator.mutate(whole));
      }
    }
    LoadedBreakpoints deep = read("[".repeat(200_000));
    assertTrue(deep.hasErrors());
  }

  private static void isAnswered(byte[] damaged) {
    LoadedBreakpoints loaded = DocumentReader.read("b.json", damaged).loaded();
    assertTrue(loaded.readable() || loaded.hasErrors());
  }

  private static LoadedBreakpoints read(String text) {
    return DocumentReader.read("b.json", text.getBytes(UTF_8)).loaded();
  }

  private static OptionalInt none() {
    return OptionalInt.empty();
  }
}
