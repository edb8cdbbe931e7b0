package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Instance;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is generated once for each {@link Signature}: the abstract {@link Callee}, its subclass for
 * functions that are not compiled, and the method that calls these.
 */
final class SignatureClasses {

  private static final ClassDesc CALLEE = ClassDesc.of(Callee.class.getName());
  private static final ClassDesc FUNCTION = ClassDesc.of(FunctionInstance.class.getName());
  private static final ClassDesc INSTANCE = ClassDesc.of(Instance.class.getName());

  private static final MethodTypeDesc CALL =
      MethodTypeDesc.of(ConstantDescs.CD_void, FUNCTION, INSTANCE, ConstantDescs.CD_int);

  /** The type of {@link dev.wasmscope.engine.tier.TailTarget#callTail}. */
  static final MethodTypeDesc TAIL =
      MethodTypeDesc.of(ConstantDescs.CD_void, Signature.THREAD, ConstantDescs.CD_int);

  private final GeneratedClasses loader =
      new GeneratedClasses(SignatureClasses.class.getClassLoader());
  private final Supplier<VectorForm> vectors;
  private final Map<Signature, Generated> generated = new ConcurrentHashMap<>();

  /** Null until something is compiled: a class is made for it. */
  private Access access;

  /**
   * Classes for signatures.
   *
   * @param vectors how methods with instructions on vectors hold these
   */
  SignatureClasses(Supplier<VectorForm> vectors) {
    this.vectors = vectors;
  }

  /** Classes of a signature. */
  private record Generated(ClassDesc callee, MethodHandle slowCall, Class<?> slowCallee) {}

  /** The loader that knows these classes. */
  ClassLoader loader() {
    return loader;
  }

  /** How methods with instructions on vectors hold these. */
  VectorForm vectors() {
    return vectors.get();
  }

  /** How classes of this loader and those below it read and write memory. */
  synchronized Access access() {
    if (access == null) {
      access = Access.in(loader);
    }
    return access;
  }

  /** The class of functions of a signature. */
  ClassDesc calleeOf(Signature signature) {
    return of(signature).callee;
  }

  /** What calls a function that is not compiled, from code of {@code caller}. */
  MethodHandle slowCall(FunctionInstance function, Instance caller) {
    MethodHandle slow = of(Signature.of(function.type())).slowCall;
    int arguments = slow.type().parameterCount();
    return MethodHandles.insertArguments(slow, arguments - 2, function, caller);
  }

  /** A callee for a function that is not compiled. */
  Callee slowCallee(FunctionInstance function) {
    try {
      return (Callee)
          of(Signature.of(function.type()))
              .slowCallee
              .getConstructor(FunctionInstance.class)
              .newInstance(function);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(function.name(), e);
    }
  }

  private Generated of(Signature signature) {
    return generated.computeIfAbsent(signature, this::generate);
  }

  private Generated generate(Signature signature) {
    ClassDesc callee = ClassDesc.of("wasm.Callee" + signature.name());
    ClassDesc slowCallee = ClassDesc.of("wasm.Slow" + signature.name());
    Class<?> type = loader.define(callee, assembleCallee(callee, signature));
    Class<?> slow = loader.define(slowCallee, assembleSlow(slowCallee, callee, signature));
    String method = slowType(signature).descriptorString();
    return new Generated(callee, find(type, Link.CALL.slow, method), slow);
  }

  private MethodHandle find(Class<?> type, String method, String descriptor) {
    try {
      return MethodHandles.publicLookup()
          .findStatic(type, method, MethodType.fromMethodDescriptorString(descriptor, loader));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private static MethodTypeDesc slowType(Signature signature) {
    MethodTypeDesc method = signature.method();
    return method.insertParameterTypes(method.parameterCount(), FUNCTION, INSTANCE);
  }

  private static byte[] assembleCallee(ClassDesc self, Signature signature) {
    return ClassFile.of()
        .build(
            self,
            type -> {
              type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT | ClassFile.ACC_SUPER)
                  .withSuperclass(CALLEE);
              GeneratedClasses.withConstructor(type, CALLEE);
              for (Link link : Link.values()) {
                type.withMethod(
                    link.ofCallee,
                    signature.method(),
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT,
                    _ -> {});
                type.withMethodBody(
                    link.slow,
                    slowType(signature),
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    code -> emitSlow(code, link, signature));
              }
            });
  }

  private static byte[] assembleSlow(ClassDesc self, ClassDesc callee, Signature signature) {
    return ClassFile.of()
        .build(
            self,
            type -> {
              type.withFlags(GeneratedClasses.FLAGS)
                  .withSuperclass(callee)
                  .withField("function", FUNCTION, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
              type.withMethodBody(
                  ConstantDescs.INIT_NAME,
                  MethodTypeDesc.of(ConstantDescs.CD_void, FUNCTION),
                  ClassFile.ACC_PUBLIC,
                  code ->
                      code.aload(0)
                          .invokespecial(callee, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                          .aload(0)
                          .aload(1)
                          .putfield(self, "function", FUNCTION)
                          .return_());
              for (Link link : Link.values()) {
                type.withMethodBody(
                    link.ofCallee,
                    signature.method(),
                    ClassFile.ACC_PUBLIC,
                    code -> {
                      loadParameters(code, signature.method(), 1);
                      code.aload(0)
                          .getfield(self, "function", FUNCTION)
                          .aconst_null()
                          .invokestatic(callee, link.slow, slowType(signature))
                          .return_(TypeKind.from(signature.method().returnType()));
                    });
              }
              type.withMethodBody(
                  "callTail",
                  TAIL,
                  ClassFile.ACC_PUBLIC,
                  code ->
                      code.aload(1)
                          .aload(0)
                          .getfield(self, "function", FUNCTION)
                          .aconst_null()
                          .iload(2)
                          .invokevirtual(Signature.THREAD, Link.TAIL.ofThread, CALL)
                          .return_());
            });
  }

  /** Pushes all parameters of a method, the first being in Java variable {@code first}. */
  static void loadParameters(CodeBuilder code, MethodTypeDesc method, int first) {
    int next = first;
    for (ClassDesc type : method.parameterList()) {
      TypeKind kind = TypeKind.from(type);
      code.loadLocal(kind, next);
      next += kind.slotSize();
    }
  }

  private static void emitSlow(CodeBuilder code, Link link, Signature signature) {
    int params = signature.params().size();
    int results = signature.results().size();
    SlotMoves moves = new SlotMoves(code, 0, code.allocateLocal(TypeKind.INT));
    int next = 2;
    if (link == Link.TAIL) {
      TailCalls.plainDepth(code, 1);
    }
    moves.claim(Math.max(params, results));
    if (!signature.spills()) {
      for (int i = 0; i < params; i++) {
        Kind kind = signature.params().get(i);
        moves.address(kind, i);
        code.loadLocal(kind.type, next);
        moves.store(kind);
        next += kind.type.slotSize();
      }
    }
    code.aload(0)
        .aload(next)
        .aload(next + 1)
        .iload(1)
        .invokevirtual(Signature.THREAD, link.ofThread, CALL);
    if (results == 1) {
      Kind kind = signature.results().getFirst();
      Label pending = code.newLabel();
      if (link == Link.TAIL) {
        TailCalls.ifPending(code, 0, pending);
      }
      moves.load(kind, 0);
      code.return_(kind.type).labelBinding(pending);
      kind.loadDefault(code);
    }
    code.return_(TypeKind.from(signature.method().returnType()));
  }
}
