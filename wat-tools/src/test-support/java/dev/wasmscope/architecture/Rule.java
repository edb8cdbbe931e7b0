package dev.wasmscope.architecture;

import java.util.List;

/** A rule of the house over the compiled classes of one module. */
@FunctionalInterface
public interface Rule {
  /**
   * Applies the rule.
   *
   * @return one sentence per violation that names the class, what it did, and what is allowed;
   *     empty when the rule is kept
   */
  List<String> violations(List<ClassFacts> classes);
}
