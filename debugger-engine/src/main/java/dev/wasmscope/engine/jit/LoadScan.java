package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature.MemoryAccess;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds the loads of numbers with a fraction, in one round of a loop, that arithmetic takes before
 * anybody can look: these may find {@link UncheckedNumbers}. One that has been stored at half their
 * address would not be a NaN any more; so this needs aligned addresses.
 */
final class LoadScan {

  /** A load of a number with a fraction. */
  static final class Load {

    /** Offsets of memory accesses while it is on the operand stack. */
    private final Set<Integer> during = new HashSet<>();

    private boolean seen;

    /** Somebody takes it, or may see it on the operand stack. */
    void seen() {
      seen = true;
    }

    /** There is a memory access while it is on the operand stack. */
    void during(int offset) {
      during.add(offset);
    }
  }

  /** Width of an access, in bytes, and whether the module says that its address is a multiple. */
  private record Form(int width, boolean aligned) {}

  private final Map<Integer, Load> loads = new HashMap<>();
  private final Map<Integer, Form> stores = new HashMap<>();
  private final Map<Integer, Form> forms = new HashMap<>();

  /**
   * A memory access has just been read.
   *
   * @return the load that it is, or null
   */
  Load access(int offset, CodeReader reader, MemoryAccess access) {
    boolean stores = access.results().isEmpty();
    Kind kind = Kind.of(stores ? access.params().getLast() : access.results().getFirst());
    if (!kind.isFloat()) {
      return null;
    }
    Form form = new Form(access.width(), 1 << reader.alignment() == access.width());
    forms.put(offset, form);
    if (stores) {
      this.stores.put(offset, form);
      return null;
    }
    Load load = new Load();
    loads.put(offset, load);
    return load;
  }

  /** Whether an instruction takes numbers with a fraction for arithmetic, and does nothing else. */
  static boolean isArithmetic(Opcode opcode) {
    return UncheckedNumbers.mayPass(opcode) && ArithmeticRows.operands(opcode) == Looseness.NUMBER;
  }

  /**
   * Marks those found among the accesses that need no check.
   *
   * @return what that needs
   */
  Strip.Alignment mark(Map<Integer, Strip.Access> checked) {
    Set<Integer> found = new HashSet<>();
    loads.forEach(
        (offset, load) -> {
          boolean safe = checked.containsKey(offset) && checked.keySet().containsAll(load.during);
          if (safe && !load.seen) {
            found.add(offset);
          }
        });
    Set<Integer> all = new HashSet<>(found);
    all.addAll(stores.keySet());
    all.retainAll(checked.keySet());
    boolean alone = all.equals(found);
    Strip.Alignment alignment =
        found.isEmpty() || alone ? Strip.Alignment.NONE : alignment(all, checked);
    if (alignment != null) {
      found.forEach(offset -> checked.computeIfPresent(offset, (_, load) -> load.forArithmetic()));
    }
    return alignment == null ? Strip.Alignment.NONE : alignment;
  }

  /** That of some accesses, or null if they can be at different distances from multiples of it. */
  private Strip.Alignment alignment(Set<Integer> offsets, Map<Integer, Strip.Access> checked) {
    int width = forms.get(offsets.iterator().next()).width;
    Map<Strip.Range, Long> distances = new LinkedHashMap<>();
    for (int offset : offsets) {
      Strip.Access access = checked.get(offset);
      long distance = Math.floorMod(access.displacement(), (long) width);
      Long other = distances.putIfAbsent(access.range(), distance);
      boolean same = other == null || other == distance;
      boolean stays = access.range().step() % width == 0;
      if (!forms.get(offset).equals(new Form(width, true)) || !same || !stays) {
        return null;
      }
    }
    return new Strip.Alignment(width, distances);
  }
}
