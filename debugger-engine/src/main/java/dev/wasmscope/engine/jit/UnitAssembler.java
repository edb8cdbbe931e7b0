package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.CompiledEntry;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.binary.LocalDeclarations;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.valid.CodeWalk;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Assembles the class of a compiled function. Its code starts at the end, where all variables get a
 * value, so that the handler of whatever is thrown finds them defined:
 *
 * <pre>
 *   goto init
 *   body, polls           ─ anything thrown → handler
 *   handler: copy all variables out, throw on
 *   init: define variables; goto body
 * </pre>
 *
 * <p>One made for a loop takes all values from the interpreter's slots and starts at the loop.
 */
final class UnitAssembler {

  /** The Java variable with the first slot of a frame taken over from the interpreter. */
  static final int BASE = 1;

  /** What of a function is compiled: all of it. */
  static final int WHOLE = -1;

  private static final int THREAD = 0;

  /** The method with the code; it may return with a tail call pending. */
  private static final String BODY = "body";

  /** The method that returns with results, if that is another one. */
  private static final String COMPLETE = "complete";

  private final InstanceClasses classes;
  private final WasmFunction function;
  private final int loop;
  private final ClassDesc self;
  private final Signature signature;
  private final List<Kind> localKinds;
  private Constants constants;
  private boolean leavesCalls;

  /**
   * An assembler.
   *
   * @param loop offset of the {@code loop} instruction to start at, or {@link #WHOLE}
   */
  UnitAssembler(InstanceClasses classes, WasmFunction function, int loop, String name) {
    this.classes = classes;
    this.function = function;
    this.loop = loop;
    this.self = ClassDesc.of(name);
    this.signature = Signature.of(function.type());
    this.localKinds = localKinds(function);
  }

  private static List<Kind> localKinds(WasmFunction function) {
    List<Kind> kinds = new ArrayList<>(Kind.of(function.type().params()));
    for (LocalDeclarations.Run run : LocalDeclarations.read(function.definition().body()).runs()) {
      kinds.addAll(Collections.nCopies(run.count(), Kind.of(run.type())));
    }
    return kinds;
  }

  /** The class, loaded. */
  CompiledUnit assemble() {
    byte[] bytes;
    try {
      bytes = ClassFile.of().build(self, this::assemble);
    } catch (IllegalArgumentException e) {
      throw new NotCompilable("too large for a Java method: " + e.getMessage());
    }
    GeneratedClasses loader = new GeneratedClasses(classes);
    Class<?> type = loader.define(self, bytes, constants.objects());
    return new CompiledUnit(
        function,
        type,
        GeneratedClasses.instantiate(type, CompiledEntry.class),
        signature,
        Map.of(Link.CALL, complete(), Link.TAIL, BODY));
  }

  /** The method that returns with results; that of a loop is finished by its entry. */
  private String complete() {
    return leavesCalls && loop == WHOLE ? COMPLETE : BODY;
  }

  private void assemble(java.lang.classfile.ClassBuilder type) {
    ClassDesc entry = ClassDesc.of(CompiledEntry.class.getName());
    type.withFlags(GeneratedClasses.FLAGS).withSuperclass(entry);
    GeneratedClasses.withConstructor(type, entry);
    type.withMethodBody(BODY, bodyType(), ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, this::body);
    if (complete().equals(COMPLETE)) {
      type.withMethodBody(
          COMPLETE,
          bodyType(),
          ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
          code -> TailCalls.emitComplete(code, self, BODY, signature));
    }
    new EntryAssembler(self, signature, complete(), bodyType()).assemble(type, loop != WHOLE);
    GeneratedClasses.withConstants(type, self, constants.fields());
  }

  private MethodTypeDesc bodyType() {
    return loop == WHOLE
        ? signature.method()
        : MethodTypeDesc.of(
            ConstantDescs.CD_void, Signature.THREAD, ConstantDescs.CD_int, ConstantDescs.CD_int);
  }

  /** Emits the body; may be called twice, the second time with long jumps. */
  private void body(CodeBuilder code) {
    boolean whole = loop == WHOLE;
    constants = new Constants(self);
    int javaParams = whole && !signature.spills() ? signature.params().size() : 0;
    Variables variables = new Variables(code, localKinds, 2, javaParams);
    Translation at = translation(code, variables, whole);
    Label init = code.newLabel();
    Label start = code.newLabel();
    Exits exits = new Exits(at, signature, start, !whole);
    Label end = code.newLabel();
    Label handler = code.newLabel();
    code.goto_(init).labelBinding(start);
    exits.pollEntry(function.instance().store().limits().callDepth());
    BodyTranslator translator = new BodyTranslator(at, exits);
    CodeWalk.through(
        function.instance().validation(), function.index(), (_, walk) -> translator.next(walk));
    leavesCalls = translator.leavesCalls();
    exits.emitPolls();
    code.labelBinding(end).labelBinding(handler);
    exits.emitHandler();
    code.exceptionCatchAll(start, end, handler);
    code.labelBinding(init);
    at.memoryMayHaveGrown();
    if (whole) {
      initialise(at, javaParams);
      code.goto_(start);
    } else {
      takeOver(at, translator.control().loops().get(loop));
    }
  }

  private Translation translation(CodeBuilder code, Variables variables, boolean whole) {
    Instance instance = function.instance();
    ByteSlice codeBytes = function.definition().body();
    BodyScan scan = BodyScan.of(codeBytes, localKinds, signature.params().size());
    return new Translation(
        code,
        CodeReader.ofBody(codeBytes),
        instance,
        classes,
        localKinds,
        variables,
        new OperandStack(code, variables),
        new Places(function, variables, scan.looseLocals()),
        constants,
        keptMemory(code, scan),
        scan,
        THREAD,
        whole ? 1 : 2,
        code.allocateLocal(TypeKind.INT));
  }

  /** Shared memories are not kept: another thread may grow them. */
  private KeptMemory keptMemory(CodeBuilder code, BodyScan scan) {
    if (!scan.keepsMemory() || function.instance().memory(0).type().shared()) {
      return null;
    }
    return new KeptMemory(code, constants, function.instance().memory(0));
  }

  /** Gives all variables that are no parameters a value. */
  private void initialise(Translation at, int javaParams) {
    Variables variables = at.variables();
    at.code().iconst_0().istore(at.placeVariable());
    int first = javaParams;
    if (signature.spills()) {
      first = signature.params().size();
      SlotMoves moves = new SlotMoves(at.code(), THREAD, at.code().allocateLocal(TypeKind.INT));
      moves.claim(first);
      for (int i = 0; i < first; i++) {
        moves.load(localKinds.get(i), i);
        variables.store(variables.local(i));
      }
    }
    for (Variables.Variable variable : variables.all().subList(first, variables.all().size())) {
      variables.clear(variable);
    }
  }

  /** Takes all values of a frame of the interpreter, and goes on at the loop. */
  private void takeOver(Translation at, ControlEmitter.LoopStart start) {
    if (start == null) {
      throw new NotCompilable("no loop at offset " + loop);
    }
    Variables variables = at.variables();
    SlotMoves moves = new SlotMoves(at.code(), THREAD, BASE);
    at.code().iconst_0().istore(at.placeVariable());
    for (int i = 0; i < variables.locals(); i++) {
      moves.load(localKinds.get(i), i);
      variables.store(variables.local(i));
    }
    for (Variables.Variable variable :
        variables.all().subList(variables.locals(), variables.all().size())) {
      variables.clear(variable);
    }
    for (int i = 0; i < variables.kept().size(); i++) {
      moves.load(Kind.REF, variables.locals() + i);
      variables.store(variables.all().get(variables.kept().get(i)));
    }
    int base = variables.locals() + variables.kept().size();
    List<Operand> operands = at.places().operands(start.place());
    for (int i = 0; i < operands.size(); i++) {
      Operand operand = operands.get(i);
      if (operand.is(Operand.Source.SLOT)) {
        moves.load(operand.kind(), base + i);
        variables.store(variables.slot(i, operand.kind()));
      }
    }
    at.code().goto_(start.label());
  }
}
