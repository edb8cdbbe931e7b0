package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.MemoryBytes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The steps generated from the table of instructions. Where their classes are not on the class
 * path, they are made when they are first needed.
 */
public final class GeneratedSteps {

  /** What works on numbers. */
  static final NumberRun NUMBERS = (NumberRun) StepTable.NUMBERS.steps();

  private GeneratedSteps() {}

  /** The classes by their names: put on the class path, they need not be made at every start. */
  public static Map<String, byte[]> classFiles() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (StepTable table : StepTable.values()) {
      files.put(table.className(), table.classFile());
    }
    return files;
  }

  /** Executes a load or store, see {@link MemoryStep#step}. */
  static int memory(
      int op, long[] stack, Object[] objects, int sp, MemoryBytes memory, long address, int lane) {
    return Rare.MEMORY.step(op, stack, objects, sp, memory, address, lane);
  }

  /** Executes an instruction of 128 bits, see {@link WideStep#step}. */
  static int wide(int op, long[] stack, int sp) {
    return Rare.WIDE.step(op, stack, sp);
  }

  /** Executes a vector instruction, see {@link VectorStep#step}. */
  static int vector(int op, long[] stack, Object[] objects, int sp, int lane, V128 lanes) {
    VectorStep step = op < Vectors.SECOND ? Vectors.FIRST_HALF : Vectors.SECOND_HALF;
    return step.step(op, stack, objects, sp, lane, lanes);
  }

  /** Made when they are first needed: few programs do. */
  private static final class Rare {
    static final MemoryStep MEMORY = (MemoryStep) StepTable.MEMORY.steps();
    static final WideStep WIDE = (WideStep) StepTable.WIDE.steps();

    private Rare() {}
  }

  /** As above; a memory of 64 bits has no need of them. */
  private static final class Vectors {
    static final int SECOND = StepTable.SECOND_VECTORS.first();
    static final VectorStep FIRST_HALF = (VectorStep) StepTable.FIRST_VECTORS.steps();
    static final VectorStep SECOND_HALF = (VectorStep) StepTable.SECOND_VECTORS.steps();

    private Vectors() {}
  }
}
