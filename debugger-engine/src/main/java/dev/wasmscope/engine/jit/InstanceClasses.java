package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.GearCode;
import dev.wasmscope.engine.runtime.HeapClasses;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Leave;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.function.Function;

/**
 * The generated classes of an instance. Compiled code calls a function through a link, a method
 * that does nothing but call what the function is at the time: its {@link MutableCallSite} is given
 * another target when the function is compiled or its code is discarded.
 */
public final class InstanceClasses extends GeneratedClasses {

  private static final String LINKS = "wasm.Links";
  private static final int LINKS_IN_CLASS = 64;

  private static final ClassDesc SELF = ClassDesc.of(InstanceClasses.class.getName());
  private static final DirectMethodHandleDesc BOOTSTRAP =
      MethodHandleDesc.ofMethod(
          DirectMethodHandleDesc.Kind.STATIC,
          SELF,
          "link",
          MethodTypeDesc.of(
              ClassDesc.of(CallSite.class.getName()),
              ConstantDescs.CD_MethodHandles_Lookup,
              ConstantDescs.CD_String,
              ConstantDescs.CD_MethodType,
              ConstantDescs.CD_int));

  private final Instance instance;
  private final SignatureClasses signatures;
  private final Function<Instance, InstanceClasses> others;
  private final boolean counts;
  private final MutableCallSite[] sites;

  /**
   * Classes of an instance.
   *
   * @param others finds those of other instances
   * @param counts whether code counts calls and rounds of loops
   */
  InstanceClasses(
      Instance instance,
      SignatureClasses signatures,
      Function<Instance, InstanceClasses> others,
      boolean counts) {
    super(signatures.loader());
    this.instance = instance;
    this.signatures = signatures;
    this.others = others;
    this.counts = counts;
    this.sites = new MutableCallSite[functions()];
    for (int i = 0; i < instance.memoryCount(); i++) {
      instance.memory(i).expose();
    }
  }

  /** Whether code counts calls and rounds of loops, see {@link dev.wasmscope.engine.tier.Fuel}. */
  boolean counts() {
    return counts;
  }

  /** How methods with instructions on vectors hold these. */
  VectorForm vectors() {
    return signatures.vectors();
  }

  SignatureClasses signatures() {
    return signatures;
  }

  Access access() {
    return signatures.access();
  }

  private int functions() {
    return instance.spaces().functions().size();
  }

  /** The class with the link of a function. */
  static ClassDesc linkClass(int function) {
    return ClassDesc.of(LINKS + function / LINKS_IN_CLASS);
  }

  /** The name of a function's link. */
  static String linkName(int function) {
    return "f" + function;
  }

  /** What is called when compiled code calls a function of this instance. */
  synchronized MutableCallSite site(int function) {
    if (sites[function] == null) {
      FunctionInstance called = instance.function(function);
      if (called instanceof WasmFunction wasm && wasm.instance() != instance) {
        sites[function] = others.apply(wasm.instance()).site(wasm.index());
      } else {
        sites[function] = new MutableCallSite(signatures.slowCall(called, instance));
      }
    }
    return sites[function];
  }

  /** What to call for a function from now on. */
  void link(CompiledUnit unit) {
    MutableCallSite site = site(unit.function().index());
    site.setTarget(unit.handle());
    MutableCallSite.syncAll(new MutableCallSite[] {site});
    unit.function().callee(unit.callee());
  }

  /** What to call for a function whose code has been discarded. */
  void unlink(WasmFunction function) {
    MutableCallSite site = site(function.index());
    site.setTarget(signatures.slowCall(function, instance));
    MutableCallSite.syncAll(new MutableCallSite[] {site});
    function.callee(null);
  }

  /** Links a call of a generated class; called by Java when it is first executed. */
  public static CallSite link(
      MethodHandles.Lookup caller, String name, MethodType type, int function) {
    return ((InstanceClasses) caller.lookupClass().getClassLoader()).site(function);
  }

  /** The function that a table holds at {@code index}, which must be of a type. */
  public GearCode callee(TableInstance table, int index, int typeNumber) {
    return calleeOf(requireType(table.callee(index), typeNumber));
  }

  /** As {@link #callee(TableInstance, int, int)}, of a table whose indices have 64 bits. */
  public GearCode callee(TableInstance table, long index, int typeNumber) {
    return calleeOf(requireType(table.callee(index), typeNumber));
  }

  private FunctionInstance requireType(FunctionInstance function, int typeNumber) {
    if (function.typeNumber() != typeNumber) {
      requireSubtype(function, typeNumber);
    }
    return function;
  }

  /** The function that a reference points to. */
  public GearCode callee(Object reference) {
    return calleeOf(referred(reference));
  }

  private static FunctionInstance referred(Object reference) {
    // Asked first, because it is one class: HotSpot compares with that, and knows the rest.
    if (reference instanceof WasmFunction function) {
      return function;
    }
    if (reference instanceof FunctionInstance function) {
      return function;
    }
    throw new Trap(TrapReason.NULL_FUNCTION_REFERENCE);
  }

  /** The {@link Callee} of a function; its class is checked where it is called. */
  public GearCode calleeOf(FunctionInstance function) {
    GearCode callee = function.callee();
    return callee != null ? callee : firstCallee(function);
  }

  /** Like {@link #callee(TableInstance, int, int)}, for a tail call. */
  public GearCode tailCallee(TableInstance table, int index, int typeNumber) {
    return calleeOf(requireWasm(requireType(table.callee(index), typeNumber)));
  }

  /** As {@link #tailCallee(TableInstance, int, int)}, of a table whose indices have 64 bits. */
  public GearCode tailCallee(TableInstance table, long index, int typeNumber) {
    return calleeOf(requireWasm(requireType(table.callee(index), typeNumber)));
  }

  /** Like {@link #callee(Object)}, for a tail call. */
  public GearCode tailCallee(Object reference) {
    return calleeOf(requireWasm(referred(reference)));
  }

  /** A host function wants to see the frame that calls it. */
  private static FunctionInstance requireWasm(FunctionInstance function) {
    if (function instanceof HostFunction) {
      throw Leave.NOW;
    }
    return function;
  }

  private void requireSubtype(FunctionInstance function, int typeNumber) {
    if (!instance.store().types().isSubtype(function.typeNumber(), typeNumber)) {
      throw new Trap(TrapReason.INDIRECT_CALL_TYPE_MISMATCH);
    }
  }

  private GearCode firstCallee(FunctionInstance function) {
    return function.calleeOr(signatures.slowCallee(function));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (HeapClasses.isNameOf(name)) {
      return instance.store().types().heap().loadClass(name);
    }
    if (!name.startsWith(LINKS)) {
      throw new ClassNotFoundException(name);
    }
    ClassDesc self = ClassDesc.of(name);
    return define(self, assembleLinks(self, Integer.parseInt(name.substring(LINKS.length()))));
  }

  private byte[] assembleLinks(ClassDesc self, int number) {
    int first = number * LINKS_IN_CLASS;
    return ClassFile.of()
        .build(
            self,
            type -> {
              type.withFlags(FLAGS);
              for (int i = first; i < Math.min(first + LINKS_IN_CLASS, functions()); i++) {
                int function = i;
                MethodTypeDesc method = Signature.of(instance.function(i).type()).method();
                type.withMethodBody(
                    linkName(i),
                    method,
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    code -> emitLink(code, method, function));
              }
            });
  }

  private static void emitLink(CodeBuilder code, MethodTypeDesc method, int function) {
    SignatureClasses.loadParameters(code, method, 0);
    code.invokedynamic(DynamicCallSiteDesc.of(BOOTSTRAP, linkName(function), method, function))
        .return_(TypeKind.from(method.returnType()));
  }
}
