package dev.wasmscope.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which package may import which: a table whose rows allow what they name, and whatever those may
 * import in turn.
 *
 * <p>A row speaks for its package and the packages below it, a row made with {@link
 * Builder#exactly} for its package alone. A target that ends with {@code .*} stands for every
 * package below it. A package of the house without a row is itself a violation.
 */
public final class PackageArrows implements Rule {
  private final String base;
  private final Map<String, Row> rows;

  private record Row(String name, boolean withSubpackages, Set<String> targets) {
    boolean covers(String packageName) {
      return packageName.equals(name) || (withSubpackages && packageName.startsWith(name + "."));
    }
  }

  private PackageArrows(String base, Map<String, Row> rows) {
    this.base = base;
    this.rows = rows;
  }

  /** Starts a table; names in its rows are relative to the base package. */
  public static Builder below(String base) {
    return new Builder(base);
  }

  /** Collects the rows of a table. */
  public static final class Builder {
    private final String base;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private Builder(String base) {
      this.base = base;
    }

    /** The package and all below it may import the targets. */
    public Builder row(String name, String... targets) {
      rows.put(name, new Row(name, true, new LinkedHashSet<>(Arrays.asList(targets))));
      return this;
    }

    /** The package alone may import the targets. */
    public Builder exactly(String name, String... targets) {
      rows.put(name, new Row(name, false, new LinkedHashSet<>(Arrays.asList(targets))));
      return this;
    }

    /** The finished table. */
    public PackageArrows build() {
      return new PackageArrows(base, new LinkedHashMap<>(rows));
    }
  }

  @Override
  public List<String> violations(List<ClassFacts> classes) {
    List<String> violations = new ArrayList<>();
    Set<String> unlisted = new LinkedHashSet<>();
    for (ClassFacts facts : classes) {
      Optional<Row> row = relative(facts.packageName()).flatMap(this::rowOf);
      if (row.isEmpty()) {
        unlisted.add(facts.packageName());
      } else {
        checkClass(facts, row.get(), violations);
      }
    }
    unlisted.forEach(
        name -> violations.add("package " + name + " has no row in the table of arrows"));
    return violations;
  }

  private void checkClass(ClassFacts facts, Row row, List<String> violations) {
    Set<String> allowed = closure(row);
    for (String reference : facts.references()) {
      Optional<String> target = relative(ClassFacts.packageOf(reference));
      if (target.isPresent() && !row.covers(target.get()) && !permits(allowed, target.get())) {
        violations.add(
            "%s imports %s, but %s may import only %s"
                .formatted(facts.name(), reference, row.name(), allowed));
      }
    }
  }

  private boolean permits(Set<String> allowed, String target) {
    return allowed.stream().anyMatch(name -> matches(name, target));
  }

  private boolean matches(String allowed, String target) {
    if (allowed.endsWith(".*")) {
      return target.startsWith(allowed.substring(0, allowed.length() - 1));
    }
    return Optional.ofNullable(rows.get(allowed))
        .map(row -> row.covers(target))
        .orElse(target.equals(allowed));
  }

  private Set<String> closure(Row start) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(start.targets());
    while (!open.isEmpty()) {
      String name = open.remove();
      if (reached.add(name) && rows.containsKey(name)) {
        open.addAll(rows.get(name).targets());
      }
    }
    return reached;
  }

  private Optional<Row> rowOf(String packageName) {
    Row best = null;
    for (Row row : rows.values()) {
      if (row.covers(packageName) && (best == null || row.name().length() > best.name().length())) {
        best = row;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The name below the base package; empty for packages that are not of the house. */
  private Optional<String> relative(String packageName) {
    return packageName.startsWith(base + ".")
        ? Optional.of(packageName.substring(base.length() + 1))
        : Optional.empty();
  }
}
