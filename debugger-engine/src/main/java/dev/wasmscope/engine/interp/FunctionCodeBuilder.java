package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Collects the parts of a {@link FunctionCode}. */
final class FunctionCodeBuilder {

  final Instance instance;
  final WasmFunction function;
  final FuncType type;
  final List<ValType> localTypes;
  int maxHeight;

  private final List<Object> objects = new ArrayList<>();
  private final List<Handlers.Handler> handlers = new ArrayList<>();
  private int[] words = new int[64];
  private int size;
  private int[] pcs = new int[32];
  private int[] offsets = new int[32];
  private int count;
  private int keptExceptions;

  FunctionCodeBuilder(
      Instance instance, WasmFunction function, FuncType type, List<ValType> localTypes) {
    this.instance = instance;
    this.function = function;
    this.type = type;
    this.localTypes = localTypes;
    objects.add(null);
  }

  /** Index of the next word. */
  int pc() {
    return size;
  }

  /** Starts the code of the instruction at {@code offset}. */
  void instruction(int offset, int op) {
    if (count == pcs.length) {
      pcs = Arrays.copyOf(pcs, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
    }
    pcs[count] = size;
    offsets[count++] = offset;
    word(op);
  }

  /** Appends a word. */
  void word(int word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
    }
    words[size++] = word;
  }

  /** Appends two words, low half first. */
  void longWord(long word) {
    word((int) word);
    word((int) (word >>> 32));
  }

  /** Appends the index of an object; 0 stands for null. */
  void object(Object object) {
    if (object == null) {
      word(0);
    } else {
      objects.add(object);
      word(objects.size() - 1);
    }
  }

  /** Replaces a word. */
  void patch(int pc, int word) {
    words[pc] = word;
  }

  /**
   * A slot from the frame's start for a caught exception. Each {@code try} of a function has one,
   * in their order, also those that are never executed: compiled code numbers them likewise.
   */
  int exceptionSlot() {
    return localTypes.size() + keptExceptions++;
  }

  void handler(Handlers.Handler handler) {
    handlers.add(handler);
  }

  int operandBase() {
    return localTypes.size() + keptExceptions;
  }

  int[] words() {
    return Arrays.copyOf(words, size);
  }

  Object[] objects() {
    return objects.toArray();
  }

  Handlers handlers() {
    return handlers.isEmpty() ? Handlers.NONE : new Handlers(handlers);
  }

  InstructionMap map() {
    return new InstructionMap(Arrays.copyOf(pcs, count), Arrays.copyOf(offsets, count));
  }

  int[] vectorLocals() {
    return IntStream.range(type.params().size(), localTypes.size())
        .filter(i -> localTypes.get(i) == VecType.V128)
        .toArray();
  }
}
