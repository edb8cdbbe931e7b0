package dev.wasmscope.wasm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.LineIndex;
import dev.wasmscope.wasm.source.Snippet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts whose first line, {@code ;; RUN: check} or {@code ;; RUN: print …}, tells what to do with
 * them, beside what must come out. With {@code -Dwasmscope.bless=true} the outcome is written down
 * anew instead of compared.
 */
class GoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden/text");
  private static final String RUN = ";; RUN: ";

  static Stream<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".wat")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void theOutcomeIsAsWrittenDown(Path input) throws IOException {
    String found = outcome(Files.readAllBytes(input));
    Path expected = Path.of(input.toString().replace(".wat", ".expected"));
    if (Boolean.getBoolean("wasmscope.bless")) {
      Files.writeString(expected, found);
    } else if (Files.exists(expected)) {
      assertEquals(Files.readString(expected), found);
    } else {
      fail("no " + expected + "; run with -Dwasmscope.bless=true and look at the result");
    }
  }

  private static String outcome(byte[] source) {
    String text = new String(source, StandardCharsets.ISO_8859_1);
    String command = text.lines().findFirst().orElse("");
    ParsedModule parsed = WatParser.parse(source, FeatureSet.DEFAULT);
    return switch (command) {
      case RUN + "check" -> diagnostics(source, parsed);
      case RUN + "print" -> print(parsed, PrintOptions.FLAT);
      case RUN + "print --folded" -> print(parsed, PrintOptions.FOLDED);
      case RUN + "print --no-names" -> print(parsed, new PrintOptions(false, false, false, false));
      case RUN + "print --inline-types" ->
          print(parsed, new PrintOptions(false, true, false, true));
      default -> throw new IllegalArgumentException("first line: " + command);
    };
  }

  private static String print(ParsedModule parsed, PrintOptions options) {
    assertEquals(List.of(), parsed.diagnostics());
    byte[] text = WatPrinter.print(parsed.module(), options).text().toBytes();
    return new String(text, StandardCharsets.UTF_8);
  }

  private static String diagnostics(byte[] source, ParsedModule parsed) {
    LineIndex lines = LineIndex.of(source);
    return parsed.diagnostics().stream()
        .map(d -> shown(source, lines, d))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String shown(byte[] source, LineIndex lines, Diagnostic d) {
    int at = d.span().start();
    String place = lines.line(at) + ":" + lines.column(at);
    String remedy = d.remedy().isEmpty() ? "" : "\n" + d.remedy();
    return place
        + " "
        + d.code()
        + ": "
        + d.message()
        + "\n"
        + Snippet.of(source, lines, d.span())
        + remedy;
  }

  @Test
  void everyRuleOfTheTextFormatHasAFailingInput() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (Path input : inputs().toList()) {
      byte[] source = Files.readAllBytes(input);
      WatParser.parse(source, FeatureSet.DEFAULT)
          .diagnostics()
          .forEach(d -> shown.add(d.code().name()));
    }
    Set<String> missing = new TreeSet<>();
    EnumSet.range(DiagnosticCode.UNEXPECTED_TOKEN, DiagnosticCode.BRANCH_HINT_TARGET)
        .forEach(code -> missing.add(code.name()));
    missing.removeAll(shown);
    assertEquals(Set.of(), missing);
  }
}
