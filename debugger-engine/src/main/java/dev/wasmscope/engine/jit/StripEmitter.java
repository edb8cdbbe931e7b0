package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Emits loops that are executed in strips: what comes before the first round of a strip, addresses
 * in it, and the way to its next round.
 */
final class StripEmitter {

  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc INTEGER = ClassDesc.of("java.lang.Integer");
  private static final MethodTypeDesc LONGS = MethodTypeDesc.of(CD_long, CD_long, CD_long);
  private static final MethodTypeDesc INTS = MethodTypeDesc.of(CD_int, CD_int, CD_int);
  private static final long LOW_32 = 0xffff_ffffL;

  private final Translation at;
  private final CodeBuilder code;
  private final Map<Integer, Address> addresses = new HashMap<>();

  /**
   * Where an access is.
   *
   * @param first the Java variable with the machine's address of its range in the first round
   */
  private record Address(Running strip, Strip.Access access, int first) {}

  /**
   * A loop of which rounds are emitted.
   *
   * @param again where rounds start
   * @param round the Java variable with the number of the round in its strip, times {@code pace}
   * @param end the Java variable with the number of rounds of the strip, times {@code pace}
   * @param pace see {@link Strip#pace}
   * @param exact whether there are so many, whatever the loop's own branch says
   */
  record Running(Label again, int round, int end, int pace, boolean exact) {

    /** Goes to the next round if there is one in the strip. */
    void emitNext(CodeBuilder code) {
      emitCount(code);
      code.if_icmplt(again);
    }

    /** Goes to {@code behind} if there is no further round in the strip. */
    void emitEnd(CodeBuilder code, Label behind) {
      emitCount(code);
      code.if_icmpge(behind);
    }

    private void emitCount(CodeBuilder code) {
      code.iinc(round, pace).iload(round).iload(end);
    }
  }

  StripEmitter(Translation at) {
    this.at = at;
    this.code = at.code();
  }

  /** The loop just read, if it is one to be executed in strips; else null. */
  Strip strip() {
    Strip strip = at.scan().strips().get(at.reader().offset());
    return strip == null || !isKept(strip) ? null : strip;
  }

  private boolean isKept(Strip strip) {
    return strip.accesses().isEmpty()
        || (at.keptMemory() != null && at.keptMemory().isOf(at.instance().memory(0)));
  }

  /** Emits what comes before a strip. Leaves the code if the first round is to trap. */
  Running open(Strip strip) {
    int end = code.allocateLocal(TypeKind.INT);
    int round = code.allocateLocal(TypeKind.INT);
    Map<Strip.Range, Integer> firsts = new LinkedHashMap<>();
    strip
        .accesses()
        .values()
        .forEach(access -> firsts.computeIfAbsent(access.range(), _ -> firstAddress(access)));
    last(strip.rounds());
    code.istore(end);
    check(strip, firsts, end);
    int pace = strip.pace();
    code.iinc(end, 1).iload(end).loadConstant(pace).imul().istore(end).iconst_0().istore(round);
    Label again = code.newBoundLabel();
    Running running = new Running(again, round, end, pace, strip.rounds() != null);
    strip
        .accesses()
        .forEach(
            (offset, access) ->
                addresses.put(offset, new Address(running, access, firsts.get(access.range()))));
    return running;
  }

  private int firstAddress(Strip.Access access) {
    int variable = code.allocateLocal(TypeKind.LONG);
    value(access.range().first());
    code.i2l().loadConstant(LOW_32).land().lstore(variable);
    return variable;
  }

  private void value(LinearSum sum) {
    code.loadConstant(sum.constant());
    sum.factors()
        .forEach(
            (local, factor) -> {
              at.variables().load(at.variables().local(local));
              if (factor == -1) {
                code.isub();
              } else {
                if (factor != 1) {
                  code.loadConstant(factor).imul();
                }
                code.iadd();
              }
            });
  }

  /** Pushes the number of the last round as far as it is known, but not more than a strip has. */
  private void last(Strip.Rounding rounds) {
    if (rounds == null) {
      code.loadConstant(Strip.LONGEST - 1);
      return;
    }
    switch (rounds.order()) {
      case DIFFERENT -> {
        value(rounds.greater().minus(rounds.lesser()));
        int shift = Integer.numberOfTrailingZeros(rounds.rate());
        code.loadConstant(ConstantDivision.inverse(rounds.rate() >> shift)).imul();
        // What is no multiple of the power becomes a large number: it goes on around.
        code.loadConstant(shift).invokestatic(INTEGER, "rotateRight", INTS);
        code.i2l().loadConstant(LOW_32).land();
      }
      case SIGNED, UNSIGNED -> {
        distance(rounds);
        code.loadConstant(rounds.rate() - 1L).ladd().loadConstant((long) rounds.rate()).ldiv();
        code.lconst_0().invokestatic(MATH, "max", LONGS);
      }
    }
    code.loadConstant(Strip.LONGEST - 1L).invokestatic(MATH, "min", LONGS).l2i();
  }

  private void distance(Strip.Rounding rounds) {
    extended(rounds.greater(), rounds.order());
    extended(rounds.lesser(), rounds.order());
    code.lsub();
    if (rounds.inclusive()) {
      code.lconst_1().ladd();
    }
  }

  private void extended(LinearSum sum, Strip.Order order) {
    value(sum);
    code.i2l();
    if (order == Strip.Order.UNSIGNED) {
      code.loadConstant(LOW_32).land();
    }
  }

  /** Checks that all addresses are within the memory; halves the strip while they are not. */
  private void check(Strip strip, Map<Strip.Range, Integer> firsts, int last) {
    if (firsts.isEmpty()) {
      return;
    }
    Label shorten = code.newLabel();
    Label ready = code.newLabel();
    Label leave = at.departures().at(at.departures().unheardPlace(strip.body()));
    checkAlignment(strip.alignment(), firsts, leave);
    Label again = code.newBoundLabel();
    firsts.forEach((range, first) -> checkRange(range, first, last, shorten));
    code.goto_(ready).labelBinding(shorten);
    code.iload(last).ifeq(leave).iload(last).iconst_1().ishr().istore(last).goto_(again);
    code.labelBinding(ready);
    firsts.forEach(
        (_, first) -> {
          at.keptMemory().loadAddress();
          code.lload(first).ladd().lstore(first);
        });
  }

  /** Who has numbers at other addresses than the module says has them interpreted. */
  private void checkAlignment(
      Strip.Alignment alignment, Map<Strip.Range, Integer> firsts, Label leave) {
    if (alignment.displacements().isEmpty()) {
      return;
    }
    code.lconst_0();
    alignment
        .displacements()
        .forEach(
            (range, displacement) ->
                code.lload(firsts.get(range)).loadConstant(displacement).ladd().lor());
    code.loadConstant(alignment.width() - 1L).land().lconst_0().lcmp().ifne(leave);
  }

  private void checkRange(Strip.Range range, int first, int last, Label shorten) {
    code.lload(first);
    if (range.step() > 0) {
      grown(range.step(), last);
    }
    at.keptMemory().loadSize();
    code.loadConstant(range.extent()).lsub().lcmp().ifgt(shorten);
    if (range.step() < 0) {
      code.lload(first);
      grown(range.step(), last);
      code.lconst_0().lcmp().iflt(shorten);
    }
  }

  /** Adds a Java variable's value times {@code factor}. */
  private void grown(int factor, int variable) {
    if (factor != 0) {
      code.iload(variable).i2l().loadConstant((long) factor).lmul().ladd();
    }
  }

  /** Whether the access just read needs no check. */
  boolean covers() {
    return addresses.containsKey(at.reader().offset());
  }

  /**
   * Whether nothing but arithmetic takes what the load just read finds, before anything can look.
   */
  boolean isForArithmetic() {
    Address address = addresses.get(at.reader().offset());
    return address != null && address.access.arithmetic();
  }

  /** Whether the access just read is elsewhere in each round, and needs no check. */
  boolean advances() {
    Address address = addresses.get(at.reader().offset());
    return address != null && address.access.range().step() != 0;
  }

  /**
   * Pushes the machine's address of the access just read if it needs no check; or answers false.
   */
  boolean address() {
    Address address = addresses.get(at.reader().offset());
    if (address == null) {
      return false;
    }
    code.lload(address.first);
    grown(address.access.range().step() / address.strip.pace, address.strip.round);
    long displacement = address.access.displacement();
    if (displacement != 0) {
      code.loadConstant(displacement).ladd();
    }
    return true;
  }
}
