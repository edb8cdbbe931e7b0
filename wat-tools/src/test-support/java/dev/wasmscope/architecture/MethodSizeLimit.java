package dev.wasmscope.architecture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * No method over 8,000 bytes of bytecode: HotSpot interprets larger ones for ever ({@code
 * HugeMethodLimit}).
 */
public final class MethodSizeLimit implements Rule {
  private static final int LIMIT = 8000;

  private final Map<String, String> exceptions;

  /**
   * A limit with reviewed exceptions.
   *
   * @param exceptions {@code class.method} → the reason why its size does no harm; an exception
   *     that is not needed any more is a violation itself
   */
  public MethodSizeLimit(Map<String, String> exceptions) {
    this.exceptions = Map.copyOf(exceptions);
  }

  @Override
  public List<String> violations(List<ClassFacts> classes) {
    List<String> violations = new ArrayList<>();
    Set<String> unused = new LinkedHashSet<>(exceptions.keySet());
    for (ClassFacts facts : classes) {
      for (ClassFacts.MethodSize size : facts.methods()) {
        String method = facts.name() + "." + size.method();
        if (size.codeLength() > LIMIT && !exceptions.containsKey(method)) {
          violations.add(
              "%s has %d bytes of bytecode, allowed are %d"
                  .formatted(method, size.codeLength(), LIMIT));
        } else if (size.codeLength() > LIMIT) {
          unused.remove(method);
        }
      }
    }
    unused.forEach(method -> violations.add("the exception for " + method + " is not needed"));
    return violations;
  }
}
