package dev.wasmscope.engine.jit;

import java.util.Map;
import java.util.TreeMap;

/**
 * A sum of locals times constants, and of a constant; 32 bits of it. The locals are those at the
 * start of a round of a loop.
 *
 * @param factors of locals, none of them zero
 */
record LinearSum(Map<Integer, Integer> factors, int constant) {

  static LinearSum ofLocal(int local) {
    return new LinearSum(Map.of(local, 1), 0);
  }

  static LinearSum ofConstant(int constant) {
    return new LinearSum(Map.of(), constant);
  }

  boolean isConstant() {
    return factors.isEmpty();
  }

  LinearSum plus(LinearSum other) {
    Map<Integer, Integer> sum = new TreeMap<>(factors);
    other.factors.forEach((local, factor) -> sum.merge(local, factor, Integer::sum));
    sum.values().removeIf(factor -> factor == 0);
    return new LinearSum(sum, constant + other.constant);
  }

  LinearSum plus(int addend) {
    return new LinearSum(factors, constant + addend);
  }

  LinearSum minus(LinearSum other) {
    return plus(other.times(-1));
  }

  LinearSum times(int factor) {
    Map<Integer, Integer> product = new TreeMap<>();
    factors.forEach((local, old) -> product.put(local, old * factor));
    product.values().removeIf(value -> value == 0);
    return new LinearSum(product, constant * factor);
  }

  /** What {@code local} has grown by, if this is what it has become; else null. */
  Integer growthOf(int local) {
    return factors.equals(Map.of(local, 1)) ? constant : null;
  }

  /**
   * What is added in each round.
   *
   * @param steps what is added to locals; those that are not in it change in other ways
   * @return null if it is not always the same
   */
  Integer step(Map<Integer, Integer> steps) {
    if (!steps.keySet().containsAll(factors.keySet())) {
      return null;
    }
    return factors.entrySet().stream().mapToInt(e -> e.getValue() * steps.get(e.getKey())).sum();
  }
}
