package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.HeapClasses;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.CompiledEntry;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.valid.CodeWalk;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Assembles the class of a compiled function. Its code starts at the end, where all variables get a
 * value, so that the handler of whatever is thrown finds them defined:
 *
 * <pre>
 *   goto init
 *   body, polls           ─ what instructions throw → handler
 *   handler: copy all variables out, throw on
 *   init: define variables; goto body
 * </pre>
 *
 * <p>One made for a loop takes all values from the interpreter's slots and starts at the loop. What
 * is larger than a limit is split, see {@link SplitUnit}.
 */
final class UnitAssembler {

  /** The Java variable with the first slot of a frame taken over from the interpreter. */
  static final int BASE = 1;

  /** What of a function is compiled: all of it. */
  static final int WHOLE = UnitShape.WHOLE;

  /** HotSpot's limit, in bytes, of the methods that it compiles. */
  static final int HOTSPOT_LIMIT = 8000;

  /** The method that returns with results, if that is another one than the body. */
  private static final String COMPLETE = "complete";

  private static final int ATTEMPTS = 5;

  /** Knows of the classes of heap types as much as is needed: none is any other's ancestor. */
  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.defaultResolver().orElse(UnitAssembler::heapClass)));

  /** The method that is called in place of another function, likewise. */
  private static final String TAIL = "tail";

  /** What is for one Java method only. */
  private static final Set<Opcode> UNDIVIDED =
      EnumSet.of(
          Opcode.TRY, Opcode.RETURN_CALL, Opcode.RETURN_CALL_INDIRECT, Opcode.RETURN_CALL_REF);

  /**
   * A class file.
   *
   * @param constants what it takes: those of another attempt are others
   * @param levels how many methods that the function is in may be in each other
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Built(byte[] bytes, Constants constants, int levels) {

    /** Number of methods that the function is in. */
    int parts() {
      return levels > 1 ? 1 + (int) methods().filter(SplitMethod::isPart).count() : 1;
    }

    private Stream<MethodModel> methods() {
      return ClassFile.of().parse(bytes).methods().stream();
    }

    /** Bytes of code of the longest of the methods. */
    int longest() {
      return most(CodeAttribute::codeLength);
    }

    /** Java variables that all methods of the function in each other have at most. */
    int frame() {
      return levels * most(CodeAttribute::maxLocals);
    }

    private int most(ToIntFunction<CodeAttribute> size) {
      return methods()
          .flatMap(method -> method.findAttribute(Attributes.code()).stream())
          .mapToInt(size)
          .max()
          .orElse(0);
    }
  }

  private final UnitShape shape;
  private final int limit;
  private Constants constants;
  private boolean leavesCalls;

  /**
   * An assembler.
   *
   * @param loop offset of the {@code loop} instruction to start at, or {@link #WHOLE}
   * @param limit bytes of Java code that a method should not exceed
   */
  UnitAssembler(InstanceClasses classes, WasmFunction function, int loop, String name, int limit) {
    this.shape = UnitShape.of(classes, function, loop, name);
    this.limit = limit;
  }

  /** The class, loaded. */
  CompiledUnit assemble() {
    Built built = fitting();
    GeneratedClasses loader = new GeneratedClasses(shape.classes());
    Class<?> type = loader.define(shape.self(), built.bytes, built.constants.objects());
    return new CompiledUnit(
        shape.function(),
        type,
        GeneratedClasses.instantiate(type, CompiledEntry.class),
        shape.signature(),
        built.bytes.length,
        built.parts(),
        built.frame() * (leavesCalls ? TailCalls.MOST + 1 : 1),
        complete(),
        shape.isLoop() ? null : callee(loader));
  }

  private Callee callee(GeneratedClasses loader) {
    ClassDesc self = ClassDesc.of(GeneratedClasses.binaryName(shape.self()) + "_callee");
    CalleeAssembler callee =
        new CalleeAssembler(
            self,
            shape.classes().signatures().calleeOf(shape.signature()),
            shape.self(),
            shape.signature(),
            Map.of(Link.CALL, complete(), Link.TAIL, leavesCalls ? UnitShape.BODY_NAME : TAIL));
    return GeneratedClasses.instantiate(loader.define(self, callee.assemble()), Callee.class);
  }

  /** The method that returns with results; that of a loop is finished by its entry. */
  private String complete() {
    return leavesCalls && !shape.isLoop() ? COMPLETE : UnitShape.BODY_NAME;
  }

  /** What has more bytes of WebAssembly than Java may have is not tried in one piece first. */
  private Built fitting() {
    boolean large = shape.function().definition().body().length() > limit;
    Built split = large ? split() : null;
    if (split != null) {
      return split;
    }
    Built whole = build(this::whole, 1);
    if (whole != null && whole.longest() <= limit) {
      return whole;
    }
    split = large ? null : split();
    if (split == null && whole == null) {
      throw new NotCompilable("too large for Java methods");
    }
    return split != null ? split : whole;
  }

  /** Splits into ever smaller parts until they fit; the last attempt if none does. */
  private Built split() {
    Instructions instructions = Instructions.of(shape.function());
    int budget = limit * 4 / 5;
    Built best = null;
    if (instructions.contain(UNDIVIDED) || ProbeEmitter.test(shape.probes().end())) {
      return null;
    }
    for (int i = 0; i < ATTEMPTS; i++) {
      Part whole = SplitPlan.of(instructions, budget, shape.loop());
      if (whole.inner().isEmpty()) {
        return best;
      }
      Built built = build(type -> split(type, instructions, whole), whole.levels());
      int longest = built == null ? 2 * limit : built.longest();
      best = built == null ? best : built;
      if (longest <= limit) {
        return built;
      }
      budget = (int) Math.min(budget * 0.8, (double) budget * limit / longest);
    }
    return best;
  }

  private void split(ClassBuilder type, Instructions instructions, Part whole) {
    constants = new Constants(shape.self());
    new SplitUnit(shape, instructions, whole, constants).assemble(type);
  }

  /** The class with these methods; null if something in it is too large for Java. */
  private Built build(Consumer<ClassBuilder> methods, int levels) {
    try {
      byte[] bytes = CLASS_FILE.build(shape.self(), type -> assemble(type, methods));
      return new Built(bytes, constants, levels);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static ClassHierarchyInfo heapClass(ClassDesc name) {
    return HeapClasses.isNameOf(GeneratedClasses.binaryName(name))
        ? ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object)
        : null;
  }

  private void assemble(ClassBuilder type, Consumer<ClassBuilder> methods) {
    ClassDesc entry = ClassDesc.of(CompiledEntry.class.getName());
    type.withFlags(GeneratedClasses.FLAGS).withSuperclass(entry);
    GeneratedClasses.withConstructor(type, entry);
    methods.accept(type);
    if (complete().equals(COMPLETE)) {
      type.withMethodBody(
          COMPLETE,
          shape.bodyType(),
          ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
          code ->
              TailCalls.emitComplete(code, shape.self(), UnitShape.BODY_NAME, shape.signature()));
    }
    if (!leavesCalls && !shape.isLoop()) {
      type.withMethodBody(
          TAIL,
          shape.bodyType(),
          ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
          code -> TailCalls.emitTail(code, shape.self(), UnitShape.BODY_NAME, shape.signature()));
    }
    new EntryAssembler(shape, complete(), constants).assemble(type);
    GeneratedClasses.withConstants(type, shape.self(), constants.fields());
  }

  private void whole(ClassBuilder type) {
    type.withMethodBody(
        UnitShape.BODY_NAME,
        shape.bodyType(),
        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
        this::body);
  }

  /** Emits the body; may be called twice, the second time with long jumps. */
  private void body(CodeBuilder code) {
    WasmFunction function = shape.function();
    Signature signature = shape.signature();
    boolean loop = shape.isLoop();
    constants = new Constants(shape.self());
    int javaParams = loop || signature.spills() ? 0 : signature.params().size();
    Variables variables =
        new JavaVariables(code, shape.vectors(), shape.localKinds(), 2, javaParams);
    Places places = shape.places(variables);
    Translation at = shape.translation(code, variables, places, constants, loop ? 2 : 1);
    Label init = code.newLabel();
    Label start = code.newLabel();
    Exits exits = new Exits(at, signature, start, loop);
    exits.returnFromEmptyCall();
    code.goto_(init).labelBinding(start);
    exits.pollEntry(function.instance().store().limits().callDepth(), shape.isBrief());
    BodyTranslator translator = new BodyTranslator(at, exits);
    CodeWalk.through(
        function.instance().validation(), function.index(), (_, walk) -> translator.next(walk));
    leavesCalls = translator.leavesCalls();
    Label handler = code.newLabel();
    at.departures().emit(handler);
    code.labelBinding(handler);
    exits.emitHandler();
    translator.emitTailCalls();
    code.labelBinding(init);
    translator.emitStart();
    at.memoryMayHaveGrown();
    exits.startRounds(shape.rounds());
    Arrival arrival = new Arrival(at, signature);
    if (loop) {
      arrival.takeOver(translator.control().loops().get(shape.loop()), shape.loop());
    } else {
      arrival.takeParameters();
      code.goto_(start);
    }
  }
}
