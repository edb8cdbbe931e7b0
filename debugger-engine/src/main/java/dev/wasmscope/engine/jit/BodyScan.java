package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import dev.wasmscope.wasm.valid.CodeWalk;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be known of a body before it is translated.
 *
 * @param keepsMemory whether address and size of the first memory are worth two variables: a loop
 *     uses it and calls nothing that might grow it
 * @param calls whether it calls anything to return to it, or grows a memory: others may have been
 *     busy then
 * @param hasVectors whether any instruction is one on vectors
 * @param locals the looseness of those locals that are set to results of arithmetic only
 * @param addresses memory accesses that share a check, by the offsets of their instructions
 * @param strips loops that are executed in strips, by the offsets of their instructions
 */
record BodyScan(
    boolean keepsMemory,
    boolean calls,
    boolean hasVectors,
    LooseLocals locals,
    Map<Integer, AddressScan.Member> addresses,
    Map<Integer, Strip> strips) {

  private static final Set<Opcode> CALLS =
      EnumSet.of(Opcode.CALL, Opcode.CALL_INDIRECT, Opcode.CALL_REF, Opcode.MEMORY_GROW);
  private static final Set<Opcode> OPENING =
      EnumSet.of(Opcode.BLOCK, Opcode.LOOP, Opcode.IF, Opcode.TRY_TABLE, Opcode.TRY);

  /** A block that is open: whether it is a loop, and what is in it. */
  private static final class Block {
    final boolean loop;
    boolean accesses;
    boolean calls;

    Block(boolean loop) {
      this.loop = loop;
    }
  }

  /** The same for a method whose code is not in the order of the function's. */
  BodyScan withoutAddresses() {
    return new BodyScan(keepsMemory, calls, hasVectors, locals, Map.of(), Map.of());
  }

  /** Scans a function's body. */
  static BodyScan of(WasmFunction function, List<Kind> localKinds) {
    LooseLocals locals = new LooseLocals(localKinds, function.type().params().size());
    boolean keepsMemory = false;
    boolean calls = false;
    boolean hasVectors = false;
    List<Block> blocks = new ArrayList<>(List.of(new Block(false)));
    CodeReader reader = CodeReader.ofBody(function.definition().body());
    boolean accesses = false;
    boolean loops = false;
    while (!reader.atEnd()) {
      Opcode opcode = reader.next();
      Block block = blocks.getLast();
      accesses |= opcode.signature() instanceof Signature.MemoryAccess;
      loops |= opcode == Opcode.LOOP;
      block.accesses |= isNearAccess(opcode, reader);
      block.calls |= CALLS.contains(opcode);
      calls |= CALLS.contains(opcode);
      if (OPENING.contains(opcode)) {
        blocks.add(new Block(opcode == Opcode.LOOP));
      } else if (opcode == Opcode.END || opcode == Opcode.DELEGATE) {
        keepsMemory |= close(blocks);
      }
      hasVectors |= isOnVectors(opcode);
      locals.next(reader);
    }
    BodyScan found = new BodyScan(keepsMemory, calls, hasVectors, locals, Map.of(), Map.of());
    return accesses || loops ? found.walk(function, localKinds) : found;
  }

  private BodyScan walk(WasmFunction function, List<Kind> localKinds) {
    ByteSlice body = function.definition().body();
    AddressScan addresses = new AddressScan(CodeReader.ofBody(body), localKinds.size());
    LoopScan loops = new LoopScan(function.instance(), CodeReader.ofBody(body), localKinds);
    CodeWalk.through(
        function.instance().validation(),
        function.index(),
        (offset, walk) -> {
          addresses.next(offset, walk);
          loops.next(offset, walk);
        });
    return new BodyScan(keepsMemory, calls, hasVectors, locals, addresses.members(), loops.found());
  }

  private static boolean isOnVectors(Opcode opcode) {
    return switch (opcode.signature()) {
      case Signature.Fixed fixed -> hasVector(fixed.params()) || hasVector(fixed.results());
      case Signature.MemoryAccess access ->
          hasVector(access.params()) || hasVector(access.results());
      case Signature.Constant constant -> constant.type() == VecType.V128;
      default -> false;
    };
  }

  private static boolean hasVector(List<ValType> types) {
    return types.contains(VecType.V128);
  }

  private static boolean isNearAccess(Opcode opcode, CodeReader reader) {
    boolean addressed =
        opcode.immediate() == Immediate.MEMARG || opcode.immediate() == Immediate.MEMARG_LANE;
    return addressed
        && opcode.signature() instanceof Signature.MemoryAccess
        && reader.memory() == 0;
  }

  /** Ends the innermost block; whether it was a loop that uses the memory and calls nothing. */
  private static boolean close(List<Block> blocks) {
    Block closed = blocks.removeLast();
    if (!blocks.isEmpty()) {
      blocks.getLast().accesses |= closed.accesses;
      blocks.getLast().calls |= closed.calls;
    }
    return closed.loop && closed.accesses && !closed.calls;
  }
}
