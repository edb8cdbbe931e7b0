package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.TypeTest;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.step.Steps;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.binary.LocalDeclarations;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.valid.CodeInfo;
import dev.wasmscope.wasm.valid.SideTable;
import java.util.ArrayList;
import java.util.List;

/** Decodes valid code for the interpreter. Blocks and their ends leave no code. */
final class Decoder {

  private static final long UNSIGNED_32 = 0xffff_ffffL;

  private final Instance instance;
  private final CodeReader code;
  private final FunctionCodeBuilder out;
  private final ControlDecoder control;

  private Decoder(CodeReader code, FunctionCodeBuilder out, SideTable branches) {
    this.instance = out.instance;
    this.code = code;
    this.out = out;
    this.control = new ControlDecoder(code, out, branches);
  }

  /** Decodes a function. */
  static FunctionCode decode(WasmFunction function) {
    Instance instance = function.instance();
    ByteSlice body = function.definition().body();
    List<ValType> locals = new ArrayList<>(function.type().params());
    LocalDeclarations declared = LocalDeclarations.read(body);
    if (declared.count() > instance.store().limits().stackSlots()) {
      throw new Trap(TrapReason.CALL_STACK_EXHAUSTED, "by " + declared.count() + " locals");
    }
    for (LocalDeclarations.Run run : declared.runs()) {
      ValType type = instance.toStore().rename(run.type());
      for (int i = 0; i < run.count(); i++) {
        locals.add(type);
      }
    }
    CodeInfo info = instance.codeInfos().get(function.index());
    var out = new FunctionCodeBuilder(instance, function, function.type(), locals);
    out.maxHeight = info.maxHeight();
    return new Decoder(CodeReader.at(body, info.codeOffset()), out, info.branches()).decode();
  }

  /** Decodes a constant expression. */
  static FunctionCode decode(Instance instance, ByteSlice expression, ValType type) {
    FuncType function = new FuncType(List.of(), List.of(type));
    var out = new FunctionCodeBuilder(instance, null, function, List.of());
    // No instruction leaves more than one operand.
    out.maxHeight = expression.length();
    return new Decoder(CodeReader.of(expression), out, null).decode();
  }

  private FunctionCode decode() {
    out.word(Op.ENTER);
    while (!control.isDone()) {
      Opcode opcode = code.next();
      if (!control.decode(opcode) && control.isReachable()) {
        instruction(opcode);
      }
    }
    control.finish();
    return new FunctionCode(out);
  }

  private void instruction(Opcode opcode) {
    int offset = code.offset();
    switch (opcode) {
      case NOP -> out.instruction(offset, Op.NOP);
      case DROP -> out.instruction(offset, Op.DROP);
      case SELECT, SELECT_T -> out.instruction(offset, Op.SELECT);
      case LOCAL_GET -> local(Op.LOCAL_GET, Op.LOCAL_GET_OBJECT);
      case LOCAL_SET -> local(Op.LOCAL_SET, Op.LOCAL_SET_OBJECT);
      case LOCAL_TEE -> local(Op.LOCAL_TEE, Op.LOCAL_TEE_OBJECT);
      case GLOBAL_GET -> object(Op.GLOBAL_GET, instance.global(code.index()));
      case GLOBAL_SET -> object(Op.GLOBAL_SET, instance.global(code.index()));
      case REF_NULL -> object(Op.CONST_OBJECT, null);
      case REF_FUNC -> object(Op.CONST_OBJECT, instance.function(code.index()));
      case MEMORY_GROW -> object(Op.MEMORY_GROW, instance.memory(code.index()));
      case MEMORY_ATOMIC_WAIT32, MEMORY_ATOMIC_WAIT64 ->
          object(Op.WAIT, Steps.of(opcode).make(code, instance));
      case CALL -> call(instance.function(code.index()));
      case CALL_INDIRECT -> {
        object(Op.CALL_INDIRECT, instance.table(code.index2()));
        out.word(instance.typeNumber(code.index()));
      }
      case CALL_REF -> {
        out.instruction(offset, Op.CALL_REF);
        out.word(0);
        int type = instance.typeNumber(code.index());
        out.word(instance.store().types().func(type).params().size());
      }
      default -> byTable(opcode);
    }
  }

  private void byTable(Opcode opcode) {
    switch (opcode.signature()) {
      case Signature.Constant _ -> constant(opcode.immediate());
      case Signature.Fixed _ -> numeric(opcode);
      case Signature.MemoryAccess _ when Rows.of(opcode) >= 0 -> access(Rows.of(opcode));
      default -> object(Op.STEP, Steps.of(opcode).make(code, instance));
    }
  }

  private void object(int op, Object object) {
    out.instruction(code.offset(), op);
    out.object(object);
  }

  private void local(int numberOp, int objectOp) {
    boolean number = StepAssembler.isNumber(out.localTypes.get(code.index()));
    out.instruction(code.offset(), number ? numberOp : objectOp);
    out.word(code.index());
  }

  private void call(FunctionInstance callee) {
    object(Op.CALL, callee);
    out.word(callee.type().params().size());
  }

  private void constant(Immediate immediate) {
    switch (immediate) {
      case CONST_I32 -> constant(code.i32());
      case CONST_I64 -> constant(code.i64());
      case CONST_F32 -> constant(code.f32Bits());
      case CONST_F64 -> constant(code.f64Bits());
      default -> object(Op.CONST_OBJECT, new V128(code.v128Low(), code.v128High()));
    }
  }

  private void constant(long bits) {
    if (bits == (int) bits) {
      out.instruction(code.offset(), Op.CONST);
      out.word((int) bits);
    } else {
      out.instruction(code.offset(), Op.CONST_LONG);
      out.longWord(bits);
    }
  }

  private void numeric(Opcode opcode) {
    int op = Rows.of(opcode);
    out.instruction(code.offset(), op);
    if (op >= Rows.FIRST_VECTOR) {
      boolean lanes = opcode.immediate() == Immediate.LANES16;
      out.word(opcode.immediate() == Immediate.LANE ? code.lane() : 0);
      out.object(lanes ? new V128(code.v128Low(), code.v128High()) : null);
    }
  }

  private void access(int op) {
    MemoryInstance memory = instance.memory(code.memory());
    boolean near =
        code.memory() == 0
            && memory.type().address() == AddressType.I32
            && (code.memoryOffset() & ~UNSIGNED_32) == 0;
    if (near) {
      out.instruction(code.offset(), op);
      out.word((int) code.memoryOffset());
    } else {
      object(Op.MEMORY_FAR, new MemoryAccess(op, memory));
      out.longWord(code.memoryOffset());
    }
    out.word(code.lane());
  }

  /** The test of a branching cast's target. */
  static TypeTest castTarget(CodeReader code, Instance instance) {
    RefType type = instance.toStore().rename(code.castTarget());
    return TypeTest.of(instance.store().types(), type);
  }
}
