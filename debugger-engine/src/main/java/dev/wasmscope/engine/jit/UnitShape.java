package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.ProbeSites;
import dev.wasmscope.engine.tier.Upgradable;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.binary.LocalDeclarations;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is known of a unit before its code is emitted.
 *
 * @param loop offset of the {@code loop} instruction to start at, or {@link #WHOLE}
 * @param self the class to be made
 * @param scan what is known of the body before it is translated
 * @param probes those that the code is to have
 * @param vectors how methods hold vectors
 */
record UnitShape(
    InstanceClasses classes,
    WasmFunction function,
    int loop,
    ClassDesc self,
    Signature signature,
    List<Kind> localKinds,
    BodyScan scan,
    ProbeSites probes,
    VectorForm vectors) {

  /** What of a function is compiled: all of it. */
  static final int WHOLE = -1;

  static final String BODY_NAME = "body";

  private static final int THREAD = 0;

  static UnitShape of(InstanceClasses classes, WasmFunction function, int loop, String name) {
    Signature signature = Signature.of(function.type());
    List<Kind> localKinds = localKinds(function);
    BodyScan scan = BodyScan.of(function, localKinds);
    ProbeSites probes = ((Upgradable) function.code()).probes();
    return new UnitShape(
        classes,
        function,
        loop,
        ClassDesc.of(name),
        signature,
        localKinds,
        scan,
        probes,
        scan.hasVectors() ? classes.vectors() : VectorForm.RECORDS);
  }

  private static List<Kind> localKinds(WasmFunction function) {
    List<Kind> kinds = new ArrayList<>(Kind.of(function.type().params()));
    for (LocalDeclarations.Run run : LocalDeclarations.read(function.definition().body()).runs()) {
      kinds.addAll(Collections.nCopies(run.count(), Kind.of(run.type())));
    }
    return kinds;
  }

  /** The same with vectors held in another way. */
  UnitShape with(VectorForm other) {
    return new UnitShape(classes, function, loop, self, signature, localKinds, scan, probes, other);
  }

  boolean isLoop() {
    return loop != WHOLE;
  }

  /** The type of the method that is called. */
  MethodTypeDesc bodyType() {
    return isLoop()
        ? MethodTypeDesc.of(
            ConstantDescs.CD_void, Signature.THREAD, ConstantDescs.CD_int, ConstantDescs.CD_int)
        : signature.method();
  }

  /** Shared memories are not kept: another thread may grow them. */
  private KeptMemory keptMemory(CodeBuilder code, Constants constants) {
    if (!scan.keepsMemory() || function.instance().memory(0).type().shared()) {
      return null;
    }
    return new KeptMemory(code, constants, function.instance().memory(0));
  }

  /**
   * The variables of the function in a Java method.
   *
   * @param first whether the method is that of this unit, which takes its parameters
   */
  Variables variables(CodeBuilder code, boolean first) {
    int javaParams = first && !isLoop() && !signature.spills() ? signature.params().size() : 0;
    return new JavaVariables(code, vectors, localKinds, 2, javaParams);
  }

  /** The places of the function. */
  Places places(Numbering numbering) {
    return new Places(function, numbering, scan.locals(), vectors, probes);
  }

  /** The translation into one Java method. */
  Translation translation(
      CodeBuilder code, Variables variables, Places places, Constants constants, int depth) {
    OperandStack stack = new OperandStack(code, variables);
    int placeVariable = code.allocateLocal(TypeKind.INT);
    return new Translation(
        code,
        CodeReader.ofBody(function.definition().body()),
        function.instance(),
        classes,
        localKinds,
        variables,
        stack,
        new UncheckedNumbers(code, variables, classes.access()),
        places,
        constants,
        variables instanceof SharedVariables ? null : keptMemory(code, constants),
        variables instanceof SharedVariables ? scan.withoutAddresses() : scan,
        new Departures(code, variables, places, stack, placeVariable),
        probes,
        THREAD,
        depth,
        placeVariable);
  }
}
