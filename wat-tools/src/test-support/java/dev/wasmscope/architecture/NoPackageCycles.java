package dev.wasmscope.architecture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** No package may reach itself through the packages it imports. */
public final class NoPackageCycles implements Rule {
  @Override
  public List<String> violations(List<ClassFacts> classes) {
    Map<String, Set<String>> graph = importsByPackage(classes);
    List<String> violations = new ArrayList<>();
    Set<String> reported = new TreeSet<>();
    for (String start : graph.keySet()) {
      List<String> cycle = new ArrayList<>();
      if (!reported.contains(start) && leadsTo(start, start, graph, new LinkedHashSet<>(), cycle)) {
        reported.addAll(cycle);
        violations.add("package cycle: " + start + " -> " + String.join(" -> ", cycle));
      }
    }
    return violations;
  }

  private static Map<String, Set<String>> importsByPackage(List<ClassFacts> classes) {
    Map<String, Set<String>> graph = new TreeMap<>();
    classes.forEach(facts -> graph.put(facts.packageName(), new TreeSet<>()));
    for (ClassFacts facts : classes) {
      for (String reference : facts.references()) {
        String target = ClassFacts.packageOf(reference);
        if (graph.containsKey(target) && !target.equals(facts.packageName())) {
          graph.get(facts.packageName()).add(target);
        }
      }
    }
    return graph;
  }

  private static boolean leadsTo(
      String from,
      String goal,
      Map<String, Set<String>> graph,
      Set<String> seen,
      List<String> path) {
    for (String next : graph.get(from)) {
      if (next.equals(goal)) {
        path.addFirst(goal);
        return true;
      }
      if (seen.add(next) && leadsTo(next, goal, graph, seen, path)) {
        path.addFirst(next);
        return true;
      }
    }
    return false;
  }
}
