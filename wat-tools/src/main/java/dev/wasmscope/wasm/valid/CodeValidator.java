package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureOff;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.module.Site;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Validates code (§3.4, algorithm of §A.3): walks it once, keeping the types of operands and the
 * open blocks, and asks the {@link Rule} of each instruction. One validator serves many functions,
 * one after the other.
 */
final class CodeValidator {

  private static final int INITIAL_DEPTH = 16;

  final ModuleContext context;
  final OperandStack stack;
  final Locals locals;
  CodeReader in;

  /** Where branches are noted down, or null. */
  BranchRecorder recorder;

  /** Globals that a constant expression may read. */
  int visibleGlobals;

  private ControlFrame[] frames = new ControlFrame[INITIAL_DEPTH];
  private int depth;
  private Supplier<Site> constantSite;
  private int function;

  CodeValidator(ModuleContext context) {
    this.context = context;
    stack = new OperandStack(context);
    locals = new Locals();
  }

  /** Told of every instruction before it is checked. */
  @FunctionalInterface
  interface Observer {

    /** {@code false} ends the walk. */
    boolean before(int offset, OperandStack stack);

    /** The instruction told of has been checked. */
    default void after(OperandStack stack) {}
  }

  /**
   * Validates the body of a function that the module defines.
   *
   * @param index index of the function
   * @throws DiagnosticException at the first instruction that breaks a rule
   */
  void function(int index, Observer observer) {
    function = index;
    constantSite = null;
    CodeType type = context.signatureOf(index);
    ByteSlice body = context.spaces.defined(index).body();
    in = locals.read(this, type, body);
    walk(new CodeType(CodeType.NONE, type.results), context.rules, observer);
  }

  /** Validates a constant expression (§3.4.14) that must leave one value. */
  void constant(ByteSlice expression, int result, Supplier<Site> site, int globals) {
    constantSite = site;
    visibleGlobals = globals;
    in = CodeReader.of(expression);
    walk(CodeType.result(result), context.constantRules, null);
  }

  private void walk(CodeType type, RuleTable rules, Observer observer) {
    stack.clear();
    depth = 0;
    openFrame(Opcode.BLOCK, type);
    while (depth > 0) {
      Opcode opcode = in.next();
      stack.mark();
      if (observer != null && !observer.before(in.offset(), stack)) {
        return;
      }
      rules.of(opcode).check(this);
      if (observer != null) {
        observer.after(stack);
      }
    }
    if (!in.atEnd()) {
      throw error(DiagnosticCode.SECTION_SIZE, ": the code goes on behind its end");
    }
  }

  // Blocks.

  /** Opens a block whose parameters have been taken from the stack, and puts them there again. */
  ControlFrame open(Opcode kind, CodeType type) {
    ControlFrame frame = openFrame(kind, type);
    stack.push(type.params);
    return frame;
  }

  private ControlFrame openFrame(Opcode kind, CodeType type) {
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, 2 * depth);
    }
    ControlFrame frame = frames[depth];
    if (frame == null) {
      frame = new ControlFrame();
      frames[depth] = frame;
    }
    int handler = depth == 0 ? BranchRecorder.NONE : frames[depth - 1].handler;
    depth++;
    frame.kind = kind;
    frame.type = type;
    frame.height = stack.height();
    frame.unreachable = false;
    frame.initialized = locals.initializedCount();
    frame.start = in.nextOffset();
    frame.pending = BranchRecorder.NONE;
    frame.condition = BranchRecorder.NONE;
    frame.handler = handler;
    frame.ownHandler = BranchRecorder.NONE;
    stack.block(frame.height, false);
    return frame;
  }

  /** Checks that the innermost block may end here: its results are there and nothing else. */
  ControlFrame checkEnd() {
    ControlFrame frame = frame();
    pop(frame.type.results);
    if (!stack.atFloor()) {
      throw blockMismatch(frame.type.results);
    }
    return frame;
  }

  /** Goes on to the next part of the innermost block: else or a handler. */
  void restart(ControlFrame frame, Opcode kind) {
    stack.cut();
    locals.forgetSince(frame.initialized);
    frame.kind = kind;
    frame.unreachable = false;
    stack.block(frame.height, false);
  }

  /** Closes the innermost block, whose end was checked, and puts its results on the stack. */
  void close() {
    ControlFrame frame = frame();
    stack.cut();
    locals.forgetSince(frame.initialized);
    depth--;
    if (depth > 0) {
      stack.block(frame().height, frame().unreachable);
      stack.push(frame.type.results);
    }
  }

  ControlFrame frame() {
    return frames[depth - 1];
  }

  boolean isOutermost() {
    return depth == 1;
  }

  /** The block that label {@code index} stands for. */
  ControlFrame label(int index) {
    if (Integer.compareUnsigned(index, depth) >= 0) {
      throw unknown(DiagnosticCode.UNKNOWN_LABEL, index);
    }
    return frames[depth - 1 - index];
  }

  /** Nothing behind this instruction is reached. */
  void unreachable() {
    ControlFrame frame = frame();
    frame.unreachable = true;
    stack.cut();
    stack.block(frame.height, true);
  }

  /** Notes a branch to {@code frame}, with the values it takes along on top of the stack. */
  void branch(ControlFrame frame) {
    if (recorder != null) {
      recorder.branch(in.offset(), frame, stack.height());
    }
  }

  /** The types that the function returns. */
  int[] resultTypes() {
    return frames[0].type.results;
  }

  // Types that instructions name.

  void checkTypeIndex(int index) {
    if (!context.hasType(index)) {
      throw unknown(DiagnosticCode.UNKNOWN_TYPE, index);
    }
  }

  /** The function type with this index. */
  CodeType functionType(int index) {
    checkTypeIndex(index);
    CodeType type = context.signatures[index];
    if (type == null) {
      throw unknown(DiagnosticCode.NON_FUNCTION_TYPE, index);
    }
    return type;
  }

  void checkHeapType(HeapType heap) {
    if (heap instanceof TypeIndex(int index)) {
      checkTypeIndex(index);
    }
    Feature feature = FeatureUses.ofHeapType(heap);
    if (!context.features.has(feature)) {
      throw new DiagnosticException(
          FeatureOff.diagnostic(feature, "the heap type " + heap, context.spans.of(site())));
    }
  }

  void checkType(ValType type) {
    if (type instanceof RefType ref) {
      checkHeapType(ref.heap());
    }
  }

  // Operands.

  void push(int type) {
    stack.push(type);
  }

  void push(int[] types) {
    stack.push(types);
  }

  void pop(int a) {
    if (!stack.tryPop(a)) {
      throw mismatch(a);
    }
  }

  void pop(int a, int b) {
    if (!stack.tryPop(b) || !stack.tryPop(a)) {
      throw mismatch(a, b);
    }
  }

  void pop(int a, int b, int c) {
    if (!stack.tryPop(c) || !stack.tryPop(b) || !stack.tryPop(a)) {
      throw mismatch(a, b, c);
    }
  }

  void pop(int[] types) {
    if (!stack.tryPop(types)) {
      throw mismatch(types);
    }
  }

  /** Takes an operand of any type. */
  int popAny() {
    int type = stack.popAny();
    if (type == OperandStack.NONE) {
      throw mismatchText("[any]", 1);
    }
    return type;
  }

  /** Takes a reference of any type. */
  int popRef() {
    int type = stack.popAny();
    if (type == TypeCodes.BOTTOM) {
      return TypeCodes.BOTTOM_REF;
    }
    if (!TypeCodes.isRef(type)) {
      throw mismatchText("[(ref null any)]", 1);
    }
    return type;
  }

  // Errors.

  DiagnosticException mismatch(int... expected) {
    return mismatchText(TypeCodes.text(expected), expected.length);
  }

  DiagnosticException mismatchText(String expected, int count) {
    return typeError("instruction requires " + expected + " but stack has " + stack.found(count));
  }

  private DiagnosticException blockMismatch(int[] expected) {
    return typeError(
        "block requires "
            + TypeCodes.text(expected)
            + " but stack has "
            + stack.found(Integer.MAX_VALUE));
  }

  /** A type error with its reason and the instruction. */
  DiagnosticException typeError(String reason) {
    return error(DiagnosticCode.TYPE_MISMATCH, ": " + reason + " (" + in.opcode().mnemonic() + ")");
  }

  /** An index out of its index space. */
  DiagnosticException unknown(DiagnosticCode code, int index) {
    return error(code, " " + Integer.toUnsignedString(index));
  }

  /** An error at this instruction; {@code rest} goes on behind the wording. */
  DiagnosticException error(DiagnosticCode code, String rest) {
    var span = context.spans.of(site());
    return new DiagnosticException(
        new Diagnostic(code, Severity.ERROR, span, code.wording() + rest, "", List.of()));
  }

  /** An assignment to what cannot be assigned. */
  DiagnosticException immutable(DiagnosticCode code, int index, FieldType field) {
    String noun = code == DiagnosticCode.IMMUTABLE_FIELD ? "field" : "element";
    return new DiagnosticException(
        unknown(code, index)
            .diagnostic()
            .withRemedy("Declare the %s as (mut %s).".formatted(noun, field.storage())));
  }

  Site site() {
    return constantSite != null ? constantSite.get() : new Place(function, in.offset());
  }
}
