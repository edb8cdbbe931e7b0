package dev.wasmscope.engine.interp;

import dev.wasmscope.wasm.instr.Opcode;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/** The classes generated from the table of instructions, each with the steps of some rows. */
enum StepTable {

  /** What works on numbers. */
  NUMBERS(NumberRun.class, "NumberRuns") {
    @Override
    List<Opcode> rows() {
      List<Opcode> rows = new ArrayList<>(Rows.NUMBERS);
      rows.addAll(Rows.MEMORY.subList(0, Rows.FIRST_VECTOR_MEMORY - Rows.FIRST_MEMORY));
      return rows;
    }

    @Override
    int first() {
      return Rows.FIRST_NUMBER;
    }

    @Override
    StepAssembler assembler() {
      return new NumberRunAssembler();
    }
  },

  /** Numeric instructions of 128 bits without vectors. */
  WIDE(WideStep.class, "WideSteps") {
    @Override
    List<Opcode> rows() {
      return Rows.WIDE;
    }

    @Override
    int first() {
      return Rows.FIRST_WIDE;
    }

    @Override
    StepAssembler assembler() {
      return NumericAssembler.wide();
    }
  },

  /** Loads and stores. */
  MEMORY(MemoryStep.class, "MemorySteps") {
    @Override
    List<Opcode> rows() {
      return Rows.MEMORY;
    }

    @Override
    int first() {
      return Rows.FIRST_MEMORY;
    }

    @Override
    StepAssembler assembler() {
      return new MemoryAssembler();
    }
  },

  /** The first half of the vector instructions: HotSpot compiles no method with all of them. */
  FIRST_VECTORS(VectorStep.class, "FirstVectorSteps") {
    @Override
    List<Opcode> rows() {
      return Rows.VECTOR.subList(0, Rows.VECTOR.size() / 2);
    }

    @Override
    int first() {
      return Rows.FIRST_VECTOR;
    }

    @Override
    StepAssembler assembler() {
      return NumericAssembler.vector();
    }
  },

  /** The other half. */
  SECOND_VECTORS(VectorStep.class, "SecondVectorSteps") {
    @Override
    List<Opcode> rows() {
      return Rows.VECTOR.subList(Rows.VECTOR.size() / 2, Rows.VECTOR.size());
    }

    @Override
    int first() {
      return Rows.FIRST_VECTOR + Rows.VECTOR.size() / 2;
    }

    @Override
    StepAssembler assembler() {
      return NumericAssembler.vector();
    }
  };

  private final Class<?> type;
  private final String className;

  StepTable(Class<?> type, String name) {
    this.type = type;
    this.className = StepTable.class.getPackageName() + "." + name;
  }

  /** The rows that it executes, in the order of their numbers. */
  abstract List<Opcode> rows();

  /** The number of the first row, see {@link Rows}. */
  abstract int first();

  abstract StepAssembler assembler();

  /** The name of the class. */
  String className() {
    return className;
  }

  /** The class, which implements the interface of the steps. */
  byte[] classFile() {
    return assembler().assemble(className, type, rows(), first());
  }

  /** An object of the class: of the one on the class path, or else of one made now. */
  Object steps() {
    try {
      return load().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(className, e);
    }
  }

  private Class<?> load() throws IllegalAccessException {
    try {
      return Class.forName(className);
    } catch (ClassNotFoundException e) {
      return MethodHandles.lookup().defineClass(classFile());
    }
  }
}
