package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.Nearest;
import dev.wasmscope.wasm.source.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects diagnostics: so many as somebody may read, and proposals for the first of them. */
final class Findings {

  private static final int MOST = 1_000;
  private static final int MOST_PROPOSALS = 50;
  private static final int MOST_CANDIDATES = 20_000;

  private final List<Diagnostic> list = new ArrayList<>();
  private int proposals;

  void add(Diagnostic diagnostic) {
    if (list.size() < MOST) {
      list.add(diagnostic);
    }
  }

  void addAll(Findings more) {
    more.list.forEach(this::add);
  }

  /** Whether the text is not well-formed. */
  boolean hasErrors() {
    return list.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /** What was probably meant by {@code word}, unless that has been asked very often. */
  Optional<String> nearest(String word, Supplier<? extends Collection<String>> candidates) {
    if (proposals++ >= MOST_PROPOSALS) {
      return Optional.empty();
    }
    Collection<String> all = candidates.get();
    return all.size() > MOST_CANDIDATES ? Optional.empty() : Nearest.to(word, all);
  }

  /** All diagnostics in textual order; words that mean nothing with what was probably meant. */
  List<Diagnostic> inOrder(byte[] source) {
    list.sort(Comparator.comparingInt(d -> d.span().start()));
    list.replaceAll(
        diagnostic -> {
          boolean unknown =
              diagnostic.code() == DiagnosticCode.UNKNOWN_OPERATOR && diagnostic.remedy().isEmpty();
          return unknown
              ? nearest(TextErrors.shown(source, diagnostic.span()), Keywords::all)
                  .map(near -> diagnostic.withRemedy("Did you mean \"" + near + "\"?"))
                  .orElse(diagnostic)
              : diagnostic;
        });
    return list;
  }
}
