package dev.wasmscope.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Some classes must not lead to some others, not even through classes of the same module.
 *
 * @param reason the rule in words, the first part of each violation
 * @param from where the paths start
 * @param forbidden tells of a binary class name whether a path must not come to it
 */
public record UnreachableReferences(
    String reason, Predicate<ClassFacts> from, Predicate<String> forbidden) implements Rule {
  @Override
  public List<String> violations(List<ClassFacts> classes) {
    Map<String, ClassFacts> byName =
        classes.stream().collect(Collectors.toMap(ClassFacts::name, Function.identity()));
    Map<String, String> paths = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (ClassFacts facts : classes) {
      if (from.test(facts)) {
        paths.put(facts.name(), facts.name());
        open.add(facts.name());
      }
    }
    List<String> violations = new ArrayList<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      for (String reference : byName.get(name).references()) {
        String path = paths.get(name) + " -> " + reference;
        if (forbidden.test(reference)) {
          violations.add(reason + ": " + path);
        } else if (byName.containsKey(reference) && paths.putIfAbsent(reference, path) == null) {
          open.add(reference);
        }
      }
    }
    return violations;
  }
}
