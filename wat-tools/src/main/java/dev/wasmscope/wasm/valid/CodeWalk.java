package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.type.ValType;

/**
 * Goes through the code of a valid function and tells of each instruction what it took from the
 * operand stack and what it left there, as validation found it: for those who translate code.
 */
public final class CodeWalk {

  /** Is told of the instructions. */
  @FunctionalInterface
  public interface Visitor {

    /** The walk stands behind the instruction at {@code offset} of the body. */
    void instruction(int offset, CodeWalk walk);
  }

  private final Visitor visitor;
  private OperandStack stack;
  private int offset;

  private CodeWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  /**
   * Walks through a function that the module defines.
   *
   * @throws dev.wasmscope.wasm.source.DiagnosticException if its code is not valid
   */
  public static void through(ModuleContext context, int function, Visitor visitor) {
    CodeWalk walk = new CodeWalk(visitor);
    new CodeValidator(context).function(function, walk.new Steps());
  }

  private final class Steps implements CodeValidator.Observer {

    @Override
    public boolean before(int at, OperandStack operands) {
      offset = at;
      stack = operands;
      return true;
    }

    @Override
    public void after(OperandStack operands) {
      visitor.instruction(offset, CodeWalk.this);
    }
  }

  /** What is told of the present instruction, to be kept while the walk goes on. */
  public CodeWalk kept() {
    CodeWalk kept = new CodeWalk(visitor);
    kept.offset = offset;
    kept.stack = stack.effect();
    return kept;
  }

  /** Number of operands behind the instruction. */
  public int height() {
    return stack.height();
  }

  /** Whether what follows the instruction can be reached. */
  public boolean isReachable() {
    return !stack.isUnreachable();
  }

  /** The type of an operand behind the instruction, counted from the bottom. */
  public ValType operand(int at) {
    return TypeCodes.toType(stack.type(at));
  }

  /** How many operands the instruction took; those of unreachable code may be missing. */
  public int taken() {
    return stack.taken();
  }

  /** How many operands it left in their place. */
  public int left() {
    return stack.left();
  }

  /** The type of an operand that it left, the lowest first, in the module's type indices. */
  public ValType left(int index) {
    return TypeCodes.toType(stack.type(stack.height() - stack.left() + index));
  }
}
