package dev.wasmscope.engine.expression;

import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * An expression as a method, which answers whether its value is neither zero nor null; true also
 * where the expression has no value.
 *
 * @param locals indices of those that it reads, each once, all of them numbers
 * @param method takes their values, answers a {@code boolean}
 */
public record StagedTest(List<Integer> locals, MethodHandle method) {
  public StagedTest {
    locals = List.copyOf(locals);
  }
}
