package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.vector.VectorClasses;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * How the Java variables of a method hold vectors. Between functions, in slots, globals and frames
 * a vector is always a {@link V128}; within a method it is one, too, or one of Java's vectors, of
 * which HotSpot keeps no object but a register.
 */
final class VectorForm {

  /** Vectors are records everywhere. */
  static final VectorForm RECORDS = new VectorForm(null, false, null);

  private static final ClassDesc RECORD = Kind.V128.desc;
  private static final ClassDesc BYTES = ClassDesc.of("jdk.incubator.vector.ByteVector");
  private static final ClassDesc OPERATORS = ClassDesc.of("jdk.incubator.vector.VectorOperators");
  private static final ClassDesc TEST = OPERATORS.nested("Comparison");
  private static final ClassDesc MEMORY = ClassDesc.of(Memory.class.getName());
  private static final MethodTypeDesc HALF = MethodTypeDesc.of(ConstantDescs.CD_long, BYTES);
  private static final MethodTypeDesc HALVES =
      MethodTypeDesc.of(BYTES, ConstantDescs.CD_long, ConstantDescs.CD_long);

  private final VectorClasses classes;
  private final boolean waits;
  private final ClassDesc judge;

  private VectorForm(VectorClasses classes, boolean waits, ClassDesc judge) {
    this.classes = classes;
    this.waits = waits;
    this.judge = judge;
  }

  /** How code holds vectors that is to do as {@code wanted}; may take a moment. */
  static VectorForm of(Vectors wanted) {
    if (wanted == Vectors.RECORDS) {
      return RECORDS;
    }
    return VectorClasses.find()
        .map(c -> new VectorForm(c, wanted == Vectors.WHEN_OPTIMISED, c.hotSpot()))
        .orElse(RECORDS);
  }

  /** The same, but for the class whose {@code boolean isOptimised(Object)} says when code is. */
  VectorForm judgedBy(ClassDesc newJudge) {
    return new VectorForm(classes, waits, newJudge);
  }

  /** Whether code is executed only when HotSpot has optimised it. */
  boolean waits() {
    return waits;
  }

  /** Pushes whether HotSpot has optimised the code that asks. */
  void loadIsOptimised(CodeBuilder code) {
    code.loadConstant("")
        .invokestatic(
            judge,
            "isOptimised",
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object));
  }

  /** Tells HotSpot, which has no statistics, that the number on the stack is hardly ever not 0. */
  void seldom(CodeBuilder code) {
    code.invokestatic(
        classes.hotSpot(),
        "seldom",
        MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_boolean));
  }

  /** Whether vectors are records. */
  boolean isRecords() {
    return classes == null;
  }

  /** Pushes the value that locals have at first. */
  void loadDefault(CodeBuilder code, Kind kind) {
    if (kind != Kind.V128 || isRecords()) {
      kind.loadDefault(code);
    } else {
      code.invokestatic(vectors(), "zero", MethodTypeDesc.of(BYTES));
    }
  }

  /** Pushes a vector. */
  void loadConstant(CodeBuilder code, Constants constants, V128 value) {
    if (isRecords()) {
      constants.load(code, value, V128.class);
    } else {
      code.loadConstant(value.lo()).loadConstant(value.hi()).invokestatic(vectors(), "of", HALVES);
    }
  }

  /** Replaces a value on Java's operand stack by what is between functions. */
  void toRecord(CodeBuilder code, Kind kind) {
    if (kind == Kind.V128 && !isRecords()) {
      code.dup().invokestatic(vectors(), "low", HALF).dup2_x1().pop2();
      code.invokestatic(vectors(), "high", HALF)
          .invokestatic(
              MEMORY,
              "vector",
              MethodTypeDesc.of(RECORD, ConstantDescs.CD_long, ConstantDescs.CD_long));
    }
  }

  /** Replaces what is between functions by the value within them. */
  void fromRecord(CodeBuilder code, Kind kind) {
    if (kind == Kind.V128 && !isRecords()) {
      MethodTypeDesc half = MethodTypeDesc.of(ConstantDescs.CD_long);
      code.dup().invokevirtual(RECORD, "lo", half).dup2_x1().pop2();
      code.invokevirtual(RECORD, "hi", half).invokestatic(vectors(), "of", HALVES);
    }
  }

  /** Calls the method of {@code engine.numeric}, or the one that does its work. */
  void invoke(CodeBuilder code, Method method) {
    if (isRecords() || !isOnVectors(method)) {
      NumericEmitter.invoke(code, method);
    } else {
      code.invokestatic(
          classes.standingFor(method.getDeclaringClass()),
          method.getName(),
          MethodTypeDesc.of(
              within(method.getReturnType()),
              Arrays.stream(method.getParameterTypes()).map(VectorForm::within).toList()));
    }
  }

  private static boolean isOnVectors(Method method) {
    return method.getReturnType() == V128.class
        || Arrays.asList(method.getParameterTypes()).contains(V128.class);
  }

  /** Gives a vector on Java's operand stack the bits that it is to have. */
  void canonicalise(CodeBuilder code, Looseness lanes) {
    canonicalise(code, lanes, "canonical");
  }

  /** As {@link #canonicalise}, of what a strip stores here and there. */
  void canonicaliseInStrip(CodeBuilder code, Looseness lanes) {
    canonicalise(code, lanes, "canonicalInStrip");
  }

  private void canonicalise(CodeBuilder code, Looseness lanes, String method) {
    String owner =
        switch (lanes) {
          case F32X4 -> "F32x4Vectors";
          case F64X2 -> "F64x2Vectors";
          case UPPER_BYTES -> "I16x8Vectors";
          case EXACT, NUMBER -> throw new IllegalArgumentException(lanes.name());
        };
    code.invokestatic(classes.named(owner), method, MethodTypeDesc.of(BYTES, BYTES));
  }

  /** Reads a vector, the address being on Java's operand stack; only if they are no records. */
  void read(CodeBuilder code) {
    code.invokestatic(
        classes.named("Lanes"), "load", MethodTypeDesc.of(BYTES, ConstantDescs.CD_long));
  }

  /** Writes a vector that is on Java's operand stack above the address; as {@link #read}. */
  void write(CodeBuilder code) {
    code.invokestatic(
        classes.named("Lanes"),
        "store",
        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long, BYTES));
  }

  /**
   * Compares lanes of two vectors and pushes a bit for each; only if they are no records.
   *
   * @param comparison which answers lanes
   * @param test the constant for what it asks
   */
  void bits(CodeBuilder code, Method comparison, String test) {
    code.getstatic(OPERATORS, test, TEST)
        .invokestatic(
            classes.standingFor(comparison.getDeclaringClass()),
            "bits",
            MethodTypeDesc.of(ConstantDescs.CD_int, BYTES, BYTES, TEST));
  }

  /** Picks lanes of a vector, as the one on top says; only if they are no records. */
  void pick(CodeBuilder code) {
    code.invokestatic(
        classes.named("I8x16Vectors"), "pick", MethodTypeDesc.of(BYTES, BYTES, BYTES));
  }

  /** Picks lanes of two vectors, as the two on top say; only if they are no records. */
  void pickBoth(CodeBuilder code) {
    code.invokestatic(
        classes.named("I8x16Vectors"),
        "pickBoth",
        MethodTypeDesc.of(BYTES, BYTES, BYTES, BYTES, BYTES));
  }

  /** Moves upper bytes to where the lower ones are; only if vectors are no records. */
  void moveUpperBytes(CodeBuilder code) {
    code.invokestatic(
        classes.named("I16x8Vectors"), "moveUpperBytes", MethodTypeDesc.of(BYTES, BYTES));
  }

  /**
   * Joins the lower bytes of lanes of two vectors; only if they are no records.
   *
   * @param moved whether those of the second are at their place, or still the upper ones
   */
  void joinBytes(CodeBuilder code, boolean moved) {
    String method = moved ? "joinBytes" : "joinUnmoved";
    code.invokestatic(
        classes.named("I8x16Vectors"), method, MethodTypeDesc.of(BYTES, BYTES, BYTES));
  }

  private static ClassDesc within(Class<?> type) {
    return type == V128.class ? BYTES : type.describeConstable().orElseThrow();
  }

  private ClassDesc vectors() {
    return classes.named("V128Vectors");
  }
}
