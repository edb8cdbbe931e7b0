package dev.wasmscope.architecture;

import java.util.List;
import java.util.function.Predicate;

/**
 * Some classes must not mention some others.
 *
 * @param reason the rule in words, the first part of each violation
 * @param from which classes the rule binds
 * @param forbidden tells of a binary class name whether it is forbidden to them
 */
public record ForbiddenReferences(
    String reason, Predicate<ClassFacts> from, Predicate<String> forbidden) implements Rule {
  @Override
  public List<String> violations(List<ClassFacts> classes) {
    return classes.stream()
        .filter(from)
        .flatMap(
            facts ->
                facts.references().stream()
                    .filter(forbidden)
                    .map(reference -> reason + ": " + facts.name() + " uses " + reference))
        .toList();
  }
}
