package dev.wasmscope.engine.expression;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an expression can see of a stopped program: one frame and its instance. Names come without
 * the dollar sign. Whatever does not exist is empty; no method throws for it.
 */
public interface EvaluationContext {

  /** The parameter or local called {@code name}. */
  Optional<ExpressionValue> local(String name);

  /** The parameter or local at {@code index}. */
  Optional<ExpressionValue> local(int index);

  /** The global called {@code name}. */
  Optional<ExpressionValue> global(String name);

  /** The global at {@code index}. */
  Optional<ExpressionValue> global(int index);

  /** The operand {@code depth} below the top of the operand stack of this frame; 0 is the top. */
  Optional<ExpressionValue> operand(int depth);

  /** The variable of the source language called {@code name}, where debug information knows it. */
  Optional<ExpressionValue> variable(String name);

  /** The memory called {@code name}. */
  OptionalInt memory(String name);

  /**
   * The bytes of a memory from {@code address}, which is unsigned; empty unless all of them exist.
   *
   * @param length 1 to 256
   */
  Optional<byte[]> read(int memory, long address, int length);

  /** The table called {@code name}. */
  OptionalInt table(String name);

  /** The element of a table at {@code index}, which is unsigned. */
  Optional<ExpressionValue> element(int table, long index);

  /** All names that mean something here, written as in an expression: {@code $i}, {@code count}. */
  Collection<String> names();
}
