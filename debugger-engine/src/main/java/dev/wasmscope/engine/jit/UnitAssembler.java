package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.HeapClasses;
import dev.wasmscope.engine.tier.CompiledEntry;
import dev.wasmscope.wasm.instr.Opcode;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
  private static final String TAIL = "inPlace";

  /** What is for one Java method only. */
  private static final Set<Opcode> UNDIVIDED =
      EnumSet.of(
          Opcode.TRY, Opcode.RETURN_CALL, Opcode.RETURN_CALL_INDIRECT, Opcode.RETURN_CALL_REF);

  /**
   * A class file.
   *
   * @param constants what it takes: those of another attempt are others
   * @param loops offsets of those that it can be entered at besides
   * @param levels how many methods that the function is in may be in each other
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Built(byte[] bytes, Constants constants, List<Integer> loops, int levels) {

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
  private final List<UnitShape> group;
  private final int limit;
  private Constants constants;
  private List<Integer> loops = List.of();
  private boolean leavesCalls;

  /**
   * An assembler.
   *
   * @param others functions of its {@link TailGroup}, if they fit
   * @param limit bytes of Java code that a method should not exceed
   */
  UnitAssembler(UnitShape shape, List<UnitShape> others, int limit) {
    this.shape = shape;
    this.group = together(shape, others);
    this.limit = limit;
  }

  /** Code with vectors stays alone: HotSpot is to compile it soon. */
  private static List<UnitShape> together(UnitShape shape, List<UnitShape> others) {
    List<UnitShape> shapes = new ArrayList<>(List.of(shape));
    shapes.addAll(others);
    boolean vectors = shapes.stream().anyMatch(member -> !member.vectors().isRecords());
    return vectors ? List.of(shape) : shapes;
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
        built.loops(),
        shape.signature(),
        built.bytes.length,
        built.parts(),
        built.frame() * (leavesCalls ? TailCalls.MOST + 1 : 1),
        complete(),
        warmth(type, built));
  }

  private Warmth warmth(Class<?> type, Built built) {
    List<Readiness> awaited =
        built.constants.objects().stream()
            .filter(Readiness.class::isInstance)
            .map(Readiness.class::cast)
            .toList();
    if (awaited.isEmpty()) {
      return Warmth.NONE;
    }
    GeneratedClasses.initialiseAll(built.bytes, type.getClassLoader());
    return new Warmth(ColdMethod.of(type, shape.isLoop() ? 2 : 1), awaited);
  }

  /** The method that returns with results; that of a loop is finished by its entry. */
  private String complete() {
    return leavesCalls && !shape.isLoop() ? COMPLETE : UnitShape.BODY_NAME;
  }

  /** What is too large for sure is not tried in one piece first. */
  private Built fitting() {
    boolean large = isLarge();
    Built split = large ? split() : null;
    if (split != null) {
      return split;
    }
    List<UnitShape> alone = List.of(shape);
    if (group.size() > 1) {
      Built together = build(type -> whole(type, group), 1);
      if (together != null && together.longest() <= limit) {
        return together;
      }
    }
    Built whole = build(type -> whole(type, alone), 1);
    if (whole != null && whole.longest() <= limit) {
      return whole;
    }
    split = large ? null : split();
    if (split == null && whole == null) {
      throw new NotCompilable("too large for Java methods");
    }
    return split != null ? split : whole;
  }

  private boolean isLarge() {
    int length = shape.function().definition().body().length();
    return length > limit / 4 && Instructions.of(shape.function()).cost() > limit * 3 / 2;
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
    loops = new SplitUnit(shape, instructions, whole, constants).assemble(type);
  }

  /** The class with these methods; null if something in it is too large for Java. */
  private Built build(Consumer<ClassBuilder> methods, int levels) {
    try {
      byte[] bytes = CLASS_FILE.build(shape.self(), type -> assemble(type, methods));
      return new Built(bytes, constants, loops, levels);
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
    loops = List.of();
    methods.accept(type);
    ClassDesc superclass =
        shape.isLoop()
            ? ConstantDescs.CD_Object
            : shape.classes().signatures().calleeOf(shape.signature());
    Class<?> entry = loops.isEmpty() ? CompiledEntry.class : LoopingEntry.class;
    type.withFlags(GeneratedClasses.FLAGS)
        .withSuperclass(superclass)
        .withInterfaceSymbols(ClassDesc.of(entry.getName()));
    GeneratedClasses.withConstructor(type, superclass);
    if (complete().equals(COMPLETE)) {
      type.withMethodBody(
          COMPLETE,
          shape.bodyType(),
          ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
          code ->
              TailCalls.emitComplete(code, shape.self(), UnitShape.BODY_NAME, shape.signature()));
    }
    if (!shape.isLoop()) {
      assembleCallee(type);
    }
    new EntryAssembler(shape, complete(), !loops.isEmpty()).assemble(type);
    GeneratedClasses.withConstants(type, shape.self(), constants.fields());
  }

  private void assembleCallee(ClassBuilder type) {
    if (!leavesCalls) {
      type.withMethodBody(
          TAIL,
          shape.bodyType(),
          ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
          code -> TailCalls.emitTail(code, shape.self(), UnitShape.BODY_NAME, shape.signature()));
    }
    String tail = leavesCalls ? UnitShape.BODY_NAME : TAIL;
    new CalleeAssembler(
            shape.self(), shape.signature(), Map.of(Link.CALL, complete(), Link.TAIL, tail))
        .assemble(type);
  }

  private void whole(ClassBuilder type, List<UnitShape> members) {
    type.withMethodBody(
        UnitShape.BODY_NAME,
        shape.bodyType(),
        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
        code -> body(code, members));
  }

  /** Emits the body; may be called twice, the second time with long jumps. */
  private void body(CodeBuilder code, List<UnitShape> members) {
    constants = new Constants(shape.self());
    TailJumps jumps = new TailJumps(code);
    int depth = shape.isLoop() ? 2 : 1;
    List<MemberCode> all = new ArrayList<>();
    for (UnitShape member : members) {
      Variables variables = member.variables(code, all.isEmpty());
      all.add(new MemberCode(member, code, variables, constants, depth, jumps));
    }
    Label init = code.newLabel();
    all.getFirst().begin();
    code.goto_(init);
    all.forEach(MemberCode::emit);
    leavesCalls = jumps.leavesCalls();
    all.forEach(MemberCode::emitOutside);
    code.labelBinding(init);
    jumps.takeCount(depth);
    all.getFirst().emitStart();
    if (shape.vectors().waits()) {
      all.getFirst().emitCold(() -> jumps.takeCount(depth));
    }
  }
}
