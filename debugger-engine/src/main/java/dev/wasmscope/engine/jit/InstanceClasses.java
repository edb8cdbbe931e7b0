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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The generated classes of an instance. Compiled code calls a function through a link, a method
 * that does nothing but call what the function is at the time: its {@link MutableCallSite} is given
 * another target when the function is compiled or its code is discarded.
 */
public final class InstanceClasses extends GeneratedClasses {

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
  private final Map<Link, MutableCallSite[]> sites = new EnumMap<>(Link.class);
  private final Map<WasmFunction, Callee> fastCallees = new HashMap<>();

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
    for (Link link : Link.values()) {
      sites.put(link, new MutableCallSite[functions()]);
    }
  }

  /** Whether code counts calls and rounds of loops, see {@link dev.wasmscope.engine.tier.Fuel}. */
  boolean counts() {
    return counts;
  }

  SignatureClasses signatures() {
    return signatures;
  }

  ClassDesc access() {
    return signatures.access();
  }

  private int functions() {
    return instance.spaces().functions().size();
  }

  /** The name of a function's link. */
  static String linkName(int function) {
    return "f" + function;
  }

  /** What is called when compiled code calls a function of this instance. */
  synchronized MutableCallSite site(Link link, int function) {
    MutableCallSite[] known = sites.get(link);
    if (known[function] == null) {
      FunctionInstance called = instance.function(function);
      if (called instanceof WasmFunction wasm && wasm.instance() != instance) {
        known[function] = others.apply(wasm.instance()).site(link, wasm.index());
      } else {
        known[function] = new MutableCallSite(signatures.slowCall(link, called, instance));
      }
    }
    return known[function];
  }

  /** What to call for a function from now on. */
  void link(CompiledUnit unit) {
    List<MutableCallSite> changed = new ArrayList<>();
    for (Link link : Link.values()) {
      MutableCallSite site = site(link, unit.function().index());
      site.setTarget(unit.handle(link));
      changed.add(site);
    }
    MutableCallSite.syncAll(changed.toArray(MutableCallSite[]::new));
  }

  /** What to call for a function whose code has been discarded. */
  void unlink(WasmFunction function) {
    for (Link link : Link.values()) {
      site(link, function.index()).setTarget(signatures.slowCall(link, function, instance));
    }
  }

  /** Links a call of a generated class; called by Java when it is first executed. */
  public static CallSite link(
      MethodHandles.Lookup caller, String name, MethodType type, int function) {
    return ((InstanceClasses) caller.lookupClass().getClassLoader())
        .site(Link.valueOf(name), function);
  }

  /** The function that a table holds at {@code index}, which must be of a type. */
  public Callee callee(TableInstance table, long index, int typeNumber) {
    return callee(find(table, index, typeNumber));
  }

  private FunctionInstance find(TableInstance table, long index, int typeNumber) {
    FunctionInstance function = table.callee(index);
    if (function.typeNumber() != typeNumber) {
      requireSubtype(function, typeNumber);
    }
    return function;
  }

  /** The function that a reference points to. */
  public Callee callee(Object reference) {
    return callee(referred(reference));
  }

  private static FunctionInstance referred(Object reference) {
    if (reference instanceof FunctionInstance function) {
      return function;
    }
    throw new Trap(TrapReason.NULL_FUNCTION_REFERENCE);
  }

  private Callee callee(FunctionInstance function) {
    GearCode callee = function.callee();
    return callee != null ? (Callee) callee : firstCallee(function);
  }

  /** Like {@link #callee(TableInstance, long, int)}, for a tail call. */
  public Callee tailCallee(TableInstance table, long index, int typeNumber) {
    return callee(requireWasm(find(table, index, typeNumber)));
  }

  /** Like {@link #callee(Object)}, for a tail call. */
  public Callee tailCallee(Object reference) {
    return callee(requireWasm(referred(reference)));
  }

  /** A host function wants to see the frame that calls it. */
  private static FunctionInstance requireWasm(FunctionInstance function) {
    if (function instanceof HostFunction) {
      throw Leave.NOW;
    }
    return function;
  }

  /** What stands for a function of a module, one of this instance or imported, in tail calls. */
  Callee tailCallee(WasmFunction function) {
    return others.apply(function.instance()).fastCallee(function);
  }

  private void requireSubtype(FunctionInstance function, int typeNumber) {
    if (!instance.store().types().isSubtype(function.typeNumber(), typeNumber)) {
      throw new Trap(TrapReason.INDIRECT_CALL_TYPE_MISMATCH);
    }
  }

  private Callee firstCallee(FunctionInstance function) {
    Callee callee = signatures.slowCallee(function);
    function.callee(callee);
    return callee;
  }

  /** A callee for a function of this instance that has been compiled; always the same one. */
  synchronized Callee fastCallee(WasmFunction function) {
    return fastCallees.computeIfAbsent(function, this::makeFastCallee);
  }

  private Callee makeFastCallee(WasmFunction function) {
    Signature signature = Signature.of(function.type());
    ClassDesc superclass = signatures.calleeOf(signature);
    ClassDesc self = ClassDesc.of("wasm.Callee_f" + function.index());
    byte[] bytes =
        ClassFile.of()
            .build(
                self,
                type -> {
                  type.withFlags(FLAGS).withSuperclass(superclass);
                  withConstructor(type, superclass);
                  type.withMethodBody(
                      "call",
                      signature.method(),
                      ClassFile.ACC_PUBLIC,
                      code -> {
                        SignatureClasses.loadParameters(code, signature.method(), 1);
                        code.invokestatic(
                                Link.CALL.classOf(function.index()),
                                linkName(function.index()),
                                signature.method())
                            .return_(TypeKind.from(signature.method().returnType()));
                      });
                  type.withMethodBody(
                      "callTail",
                      SignatureClasses.TAIL,
                      ClassFile.ACC_PUBLIC,
                      code -> TailCalls.emitCall(code, signature, function.index()));
                });
    return instantiate(define(self, bytes), Callee.class);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (HeapClasses.isNameOf(name)) {
      return instance.store().types().heap().loadClass(name);
    }
    Link link = Link.of(name);
    if (link == null) {
      throw new ClassNotFoundException(name);
    }
    ClassDesc self = ClassDesc.of(name);
    return define(self, assembleLinks(self, link, name));
  }

  private byte[] assembleLinks(ClassDesc self, Link link, String name) {
    return ClassFile.of()
        .build(
            self,
            type -> {
              type.withFlags(FLAGS);
              for (int i = link.firstIn(name); i < link.endOf(name, functions()); i++) {
                int function = i;
                MethodTypeDesc method = Signature.of(instance.function(i).type()).method();
                type.withMethodBody(
                    linkName(i),
                    method,
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    code -> emitLink(code, link, method, function));
              }
            });
  }

  private static void emitLink(CodeBuilder code, Link link, MethodTypeDesc method, int function) {
    SignatureClasses.loadParameters(code, method, 0);
    code.invokedynamic(DynamicCallSiteDesc.of(BOOTSTRAP, link.name(), method, function))
        .return_(TypeKind.from(method.returnType()));
  }
}
