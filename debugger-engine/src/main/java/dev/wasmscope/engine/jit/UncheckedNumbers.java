package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Results of arithmetic that locals and memory have got as they are, with any bits if they are
 * NaNs: nobody has looked yet. Those of a run of instructions that nothing can interrupt are
 * checked together, where it ends: if their sum is a number all of them are. Each check of its own
 * would cost as much as two of the instructions that compute.
 */
final class UncheckedNumbers {

  private static final ClassDesc FLOATS = ClassDesc.of(Floats.class.getName());

  /** More are not kept in Java variables at once. */
  private static final int MOST = 12;

  /** What has got a number. */
  private sealed interface Target {
    Kind kind();
  }

  private record Local(Kind kind, int local) implements Target {}

  /** The Java variables with the machine's address and with the number there. */
  private record Stored(Kind kind, int address, int number) implements Target {}

  private final CodeBuilder code;
  private final Variables variables;
  private final Access access;
  private final List<Target> targets = new ArrayList<>();

  /** What may be used again. */
  private final List<Stored> free = new ArrayList<>();

  UncheckedNumbers(CodeBuilder code, Variables variables, Access access) {
    this.code = code;
    this.variables = variables;
    this.access = access;
  }

  /** Whether an instruction neither leaves the code, nor branches, nor reads or writes memory. */
  static boolean mayPass(Opcode opcode) {
    return switch (opcode) {
      case LOCAL_GET, LOCAL_SET, LOCAL_TEE -> true;
      default ->
          switch (opcode.signature()) {
            case Signature.Constant _ -> true;
            case Signature.Fixed _ -> !NumericEmitter.mayTrap(opcode);
            default -> false;
          };
    };
  }

  /** Whether a value may be kept: numbers of functions whose locals are Java variables. */
  boolean accept(Operand value) {
    return value.looseness() == Looseness.NUMBER && variables instanceof JavaVariables;
  }

  boolean has(int local) {
    return targets.stream().anyMatch(t -> t instanceof Local of && of.local == local);
  }

  /** The local has got another value. */
  void forget(int local) {
    targets.removeIf(t -> t instanceof Local of && of.local == local);
  }

  /** The local has got an accepted value. */
  void add(Kind kind, int local) {
    forget(local);
    add(new Local(kind, local));
  }

  /**
   * Emits the store of a value.
   *
   * @param value pushes it; the machine's address is on Java's operand stack
   */
  void store(Kind kind, Runnable value) {
    if (targets.stream().anyMatch(t -> t instanceof Stored && t.kind() != kind)) {
      check(); // what is stored again must not lie on something of another width
    }
    Stored stored = variables(kind);
    code.lstore(stored.address);
    value.run();
    code.storeLocal(kind.type, stored.number);
    code.lload(stored.address);
    access.aim(code);
    code.loadLocal(kind.type, stored.number);
    access.write(code, kind.type);
    add(stored);
  }

  private Stored variables(Kind kind) {
    for (Stored stored : free) {
      if (stored.kind == kind) {
        free.remove(stored);
        return stored;
      }
    }
    return new Stored(kind, code.allocateLocal(Kind.I64.type), code.allocateLocal(kind.type));
  }

  private void add(Target target) {
    targets.add(target);
    if (targets.size() == MOST) {
      check();
    }
  }

  /** Whether there is nothing to be checked. */
  boolean none() {
    return targets.isEmpty();
  }

  /** Emits the check of all numbers; what is on Java's operand stack stays there. */
  void check() {
    check(Kind.F32);
    check(Kind.F64);
    for (Target target : targets) {
      if (target instanceof Stored stored) {
        free.add(stored);
      }
    }
    targets.clear();
  }

  private void check(Kind kind) {
    List<Target> numbers = targets.stream().filter(target -> target.kind() == kind).toList();
    if (numbers.isEmpty()) {
      return;
    }
    Label fine = code.newLabel();
    sum(kind, numbers);
    // Infinities may have no sum either: this only says who need not be looked at.
    if (kind == Kind.F32) {
      code.dup().fcmpl();
    } else {
      code.dup2().dcmpl();
    }
    code.ifge(fine);
    numbers.forEach(this::canonicalise);
    code.labelBinding(fine);
  }

  /** Pushes the sum: each half by itself, for the processor to add them side by side. */
  private void sum(Kind kind, List<Target> numbers) {
    int half = numbers.size() / 2;
    if (half == 0) {
      load(numbers.getFirst());
      return;
    }
    sum(kind, numbers.subList(0, half));
    sum(kind, numbers.subList(half, numbers.size()));
    if (kind == Kind.F32) {
      code.fadd();
    } else {
      code.dadd();
    }
  }

  private void load(Target number) {
    switch (number) {
      case Local of -> variables.load(variables.local(of.local));
      case Stored stored -> code.loadLocal(stored.kind.type, stored.number);
    }
  }

  private void canonicalise(Target number) {
    if (number instanceof Stored stored) {
      code.lload(stored.address);
      access.aim(code);
    }
    load(number);
    ClassDesc type = number.kind().desc;
    code.invokestatic(FLOATS, "canonical", MethodTypeDesc.of(type, type));
    switch (number) {
      case Local of -> variables.store(variables.local(of.local));
      case Stored stored -> access.write(code, stored.kind.type);
    }
  }
}
