package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.CanonicalTypes;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.SubType;
import dev.wasmscope.wasm.type.Subtyping;
import dev.wasmscope.wasm.type.TableType;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What code may refer to (§3.1.5): the module's index spaces, its types ready for comparison, the
 * features that are on. The types of the module must be valid. Immutable; one serves all functions.
 */
public final class ModuleContext {

  final Module module;
  final FeatureSet features;
  final Spans spans;
  final IndexSpaces spaces;
  final int[] functions;
  final CodeType[] signatures;
  final List<SubType> types;
  final Subtyping subtyping;
  final BitSet declared;
  final AddressType[] memoryAddresses;
  final RuleTable rules;
  final RuleTable constantRules;

  private ModuleContext(Module module, FeatureSet features, Spans spans) {
    this.module = module;
    this.features = features;
    this.spans = spans;
    spaces = IndexSpaces.of(module);
    functions = spaces.functions().stream().mapToInt(Integer::intValue).toArray();
    types = spaces.types();
    signatures = new CodeType[types.size()];
    for (int i = 0; i < signatures.length; i++) {
      signatures[i] = types.get(i).composite() instanceof FuncType type ? CodeType.of(type) : null;
    }
    var canonical = new CanonicalTypes();
    int[] numbers = canonical.intern(module.types());
    subtyping = new Subtyping(canonical, i -> numbers[i]);
    declared = DeclaredFunctions.of(module);
    memoryAddresses =
        spaces.memories().stream().map(MemoryType::address).toArray(AddressType[]::new);
    rules = RuleTable.ofFunctions(features);
    constantRules = RuleTable.ofConstants(features);
  }

  /**
   * The context of a module's code.
   *
   * @param module a module whose types are valid, as {@link ModuleValidator} sees to
   * @param spans where errors are to point
   */
  public static ModuleContext of(Module module, FeatureSet features, Spans spans) {
    return new ModuleContext(module, features, spans);
  }

  /** The indices of the functions to which code may have references (C.refs in §3.1.1). */
  public IntStream referable() {
    return declared.stream();
  }

  /** Whether type {@code index} exists. */
  boolean hasType(int index) {
    return index >= 0 && index < signatures.length;
  }

  boolean hasFunction(int index) {
    return index >= 0 && index < functions.length;
  }

  CodeType signatureOf(int function) {
    return signatures[functions[function]];
  }

  List<TableType> tables() {
    return spaces.tables();
  }

  List<MemoryType> memories() {
    return spaces.memories();
  }

  List<GlobalType> globals() {
    return spaces.globals();
  }

  /** Whether a value of type {@code sub} may stand where {@code sup} is asked for. */
  boolean matches(int sub, int sup) {
    if (sub == sup || sub == TypeCodes.BOTTOM) {
      return true;
    }
    if (!TypeCodes.isRef(sub) || !TypeCodes.isRef(sup)) {
      return false;
    }
    if (TypeCodes.isNullable(sub) && !TypeCodes.isNullable(sup)) {
      return false;
    }
    return TypeCodes.isBottomHeap(sub)
        || TypeCodes.sameHeap(sub, sup)
        || (!TypeCodes.isBottomHeap(sup)
            && subtyping.matches(TypeCodes.heap(sub), TypeCodes.heap(sup)));
  }

  boolean matches(int[] subs, int[] sups) {
    if (subs.length != sups.length) {
      return false;
    }
    for (int i = 0; i < subs.length; i++) {
      if (!matches(subs[i], sups[i])) {
        return false;
      }
    }
    return true;
  }
}
