package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.wasmscope.engine.runtime.MemoryInstance;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;

/**
 * Emits the machine's addresses of loads and stores, and their checks: as few as what is known of
 * an index, of the memory and of other accesses allows.
 */
final class AddressEmitter {

  private static final ClassDesc MEMORY = ClassDesc.of(Memory.class.getName());
  private static final ClassDesc INSTANCE = ClassDesc.of(MemoryInstance.class.getName());
  private static final ClassDesc LONG = ClassDesc.of("java.lang.Long");
  private static final long LOW_32 = 0xffff_ffffL;

  /** More than any sum of an index and an offset of 32 bits. */
  private static final long FAR = Long.MAX_VALUE;

  private final Translation at;
  private final CodeBuilder code;
  private final StripEmitter strips;

  /** Addresses that were checked for several accesses, in Java variables. */
  private final Map<AddressScan.Group, Integer> shared = new HashMap<>();

  AddressEmitter(Translation at, StripEmitter strips) {
    this.at = at;
    this.code = at.code();
    this.strips = strips;
  }

  /**
   * Pushes the machine's address that operand {@code index}, counted from the bottom, leads to.
   * Leaves the code if there are not {@code width} bytes in the memory.
   */
  void push(int index, int width) {
    AddressScan.Member member = at.scan().addresses().get(at.reader().offset());
    Integer known = member == null ? null : shared.get(member.group());
    MemoryInstance memory = at.instance().memory(at.reader().memory());
    long most = Magnitude.of(at.stack().operand(index));
    at.stack().spill();
    if (strips.address()) {
      return;
    }
    if (known != null) {
      code.lload(known);
      plus(member.displacement());
    } else if (!constantAddress(memory, at.stack().operand(index), width)) {
      at.stack().loadAt(index);
      if (!memory.is64()) {
        code.i2l().loadConstant(LOW_32).land();
      }
      if (isWithin(memory, most, width)) {
        loadAddress(memory);
        code.ladd();
        plus(at.reader().memoryOffset());
      } else {
        checkedAddress(memory, member, width);
      }
    }
  }

  /**
   * Whether an index that is {@code most} at most leads into the memory, however small it may be.
   */
  private boolean isWithin(MemoryInstance memory, long most, int width) {
    long offset = at.reader().memoryOffset();
    long last = leastSize(memory) - width;
    return !memory.is64() && most <= last && offset >= 0 && offset <= last - most;
  }

  /** Pushes an address that is known to be within the memory, however small it may be. */
  private boolean constantAddress(MemoryInstance memory, Operand operand, int width) {
    long offset = at.reader().memoryOffset();
    long index = memory.is64() ? operand.number() : operand.number() & LOW_32;
    long last = leastSize(memory) - width;
    if (!operand.is(Operand.Source.CONSTANT)
        || index < 0
        || index > last
        || offset < 0
        || offset > last - index) {
      return false;
    }
    loadAddress(memory);
    plus(index + offset);
    return true;
  }

  /** Replaces the index on Java's operand stack by the machine's address. */
  private void checkedAddress(MemoryInstance memory, AddressScan.Member member, int width) {
    boolean leads = member != null && member.leads() && member.group().isShared();
    long offset = at.reader().memoryOffset();
    long extent = leads ? member.group().extent() : offset + width;
    int place = at.place();
    if (offset < 0 || extent < 0 || extent > farthest(memory)) {
      at.departures().mayThrow(place);
      code.loadConstant(offset).loadConstant(width);
      loadMemory(memory);
      code.invokestatic(
          MEMORY, "at", MethodTypeDesc.of(CD_long, CD_long, CD_long, CD_int, INSTANCE));
      return;
    }
    check(memory, extent, place);
    loadAddress(memory);
    code.ladd();
    if (leads) {
      int address = code.allocateLocal(TypeKind.LONG);
      code.dup2().lstore(address);
      shared.put(member.group(), address);
    }
    plus(offset);
  }

  private void plus(long offset) {
    if (offset != 0) {
      code.loadConstant(offset).ladd();
    }
  }

  /** The bytes that a memory has at least. */
  private static long leastSize(MemoryInstance memory) {
    return memory.type().limits().min() << memory.type().pageSizeLog2();
  }

  /** What can be added to an index: sums of 32 bits do not wrap around, others must be known. */
  private static long farthest(MemoryInstance memory) {
    return memory.is64() ? leastSize(memory) : FAR;
  }

  /** Leaves the code if the index, which stays, plus {@code extent} is more than the size. */
  private void check(MemoryInstance memory, long extent, int place) {
    code.dup2();
    loadSize(memory);
    code.loadConstant(extent).lsub();
    if (memory.is64()) {
      code.invokestatic(LONG, "compareUnsigned", MethodTypeDesc.of(CD_int, CD_long, CD_long));
    } else {
      code.lcmp();
    }
    code.ifgt(at.departures().withAddressAt(place));
  }

  private void loadAddress(MemoryInstance memory) {
    if (isKept(memory)) {
      at.keptMemory().loadAddress();
    } else {
      loadMemory(memory);
      Memory.loadAddress(code);
    }
  }

  private void loadSize(MemoryInstance memory) {
    if (isKept(memory)) {
      at.keptMemory().loadSize();
    } else {
      loadMemory(memory);
      Memory.loadSize(code);
    }
  }

  private boolean isKept(MemoryInstance memory) {
    return at.keptMemory() != null && at.keptMemory().isOf(memory);
  }

  void loadMemory(MemoryInstance memory) {
    at.constants().load(code, memory, MemoryInstance.class);
  }
}
