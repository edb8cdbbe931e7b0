package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.tier.GearThread;
import dev.wasmscope.wasm.type.FuncType;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a function's Java method. It takes the thread and the depth of its frame first, then
 * the parameters, unless they are too many: then they are in scratch slots. So are results, if
 * there are several.
 */
record Signature(List<Kind> params, List<Kind> results) {

  /** What the Java virtual machine allows, less the two of our own and room for bound ones. */
  private static final int MAX_PARAM_SLOTS = 250;

  static final ClassDesc THREAD = ClassDesc.of(GearThread.class.getName());

  static Signature of(FuncType type) {
    return new Signature(Kind.of(type.params()), Kind.of(type.results()));
  }

  /** Whether parameters are in scratch slots. */
  boolean spills() {
    return params.stream().mapToInt(kind -> kind.type.slotSize()).sum() > MAX_PARAM_SLOTS;
  }

  /** Whether results are in scratch slots. */
  boolean returnsInSlots() {
    return results.size() > 1;
  }

  /** The type of the method. */
  MethodTypeDesc method() {
    List<ClassDesc> types = new ArrayList<>(List.of(THREAD, ConstantDescs.CD_int));
    if (!spills()) {
      params.forEach(kind -> types.add(kind.desc));
    }
    return MethodTypeDesc.of(returned(), types);
  }

  private ClassDesc returned() {
    return results.size() == 1 ? results.getFirst().desc : ConstantDescs.CD_void;
  }

  /** A name that no other shape has. */
  String name() {
    var name = new StringBuilder();
    params.forEach(kind -> name.append(kind.letter));
    name.append('_');
    results.forEach(kind -> name.append(kind.letter));
    return name.toString();
  }
}
