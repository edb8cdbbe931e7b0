package dev.wasmscope.app.startup;

import static java.lang.constant.DirectMethodHandleDesc.Kind.CONSTRUCTOR;
import static java.lang.constant.DirectMethodHandleDesc.Kind.INTERFACE_STATIC;
import static java.lang.constant.DirectMethodHandleDesc.Kind.INTERFACE_VIRTUAL;
import static java.lang.constant.DirectMethodHandleDesc.Kind.STATIC;
import static java.lang.constant.DirectMethodHandleDesc.Kind.VIRTUAL;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a call site makes, see {@link java.lang.invoke.LambdaMetafactory#metafactory}: an object
 * whose one method calls another one.
 *
 * @param shape what it has in common with others
 * @param target the method that is called
 * @param types of the method's parameters and result as the program knows them
 */
record Lambda(Shape shape, DirectMethodHandleDesc target, MethodTypeDesc types) {

  /**
   * Lambdas of a shape can be of the same class.
   *
   * @param type the interface
   * @param name of its method
   * @param method the types of that, erased
   * @param captured the types of what is passed to the target before the method's parameters
   */
  record Shape(ClassDesc type, String name, MethodTypeDesc method, List<ClassDesc> captured) {}

  private static final Set<DirectMethodHandleDesc.Kind> TARGETS =
      Set.of(STATIC, INTERFACE_STATIC, VIRTUAL, INTERFACE_VIRTUAL, CONSTRUCTOR);

  /** The lambda of a call site; empty if it makes something else. */
  static Optional<Lambda> of(DynamicCallSiteDesc site) {
    if (site.bootstrapMethod() instanceof DirectMethodHandleDesc bootstrap
        && bootstrap.owner().equals(ClassDesc.of("java.lang.invoke.LambdaMetafactory"))
        && bootstrap.methodName().equals("metafactory")
        && site.bootstrapArgs()[1] instanceof DirectMethodHandleDesc target
        && TARGETS.contains(target.kind())) {
      Shape shape =
          new Shape(
              site.invocationType().returnType(),
              site.invocationName(),
              (MethodTypeDesc) site.bootstrapArgs()[0],
              site.invocationType().parameterList());
      return Optional.of(new Lambda(shape, target, (MethodTypeDesc) site.bootstrapArgs()[2]));
    }
    return Optional.empty();
  }

  /**
   * Emits the body of the method.
   *
   * @param owner the class, with what is captured in its fields
   */
  void emit(CodeBuilder code, ClassDesc owner) {
    if (target.kind() == CONSTRUCTOR) {
      code.new_(target.owner()).dup();
    }
    List<ClassDesc> taken = parameters();
    int next = 0;
    for (ClassDesc captured : shape.captured()) {
      code.aload(0).getfield(owner, LambdaClass.field(next), captured);
      Conversion.emit(code, captured, taken.get(next++));
    }
    for (int i = 0; i < shape.method().parameterCount(); i++) {
      ClassDesc erased = shape.method().parameterType(i);
      code.loadLocal(TypeKind.from(erased), code.parameterSlot(i));
      Conversion.emit(code, erased, types.parameterType(i));
      Conversion.emit(code, types.parameterType(i), taken.get(next++));
    }
    call(code);
    Conversion.emit(code, result(), types.returnType());
    Conversion.emit(code, types.returnType(), shape.method().returnType());
    code.return_(TypeKind.from(shape.method().returnType()));
  }

  private MethodTypeDesc descriptor() {
    return MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
  }

  private List<ClassDesc> parameters() {
    List<ClassDesc> parameters = new ArrayList<>();
    if (target.kind() == VIRTUAL || target.kind() == INTERFACE_VIRTUAL) {
      parameters.add(target.owner());
    }
    parameters.addAll(descriptor().parameterList());
    return parameters;
  }

  private ClassDesc result() {
    return target.kind() == CONSTRUCTOR ? target.owner() : descriptor().returnType();
  }

  private void call(CodeBuilder code) {
    ClassDesc owner = target.owner();
    String name = target.methodName();
    MethodTypeDesc type = descriptor();
    switch (target.kind()) {
      case STATIC -> code.invokestatic(owner, name, type);
      case INTERFACE_STATIC -> code.invokestatic(owner, name, type, true);
      case VIRTUAL -> code.invokevirtual(owner, name, type);
      case INTERFACE_VIRTUAL -> code.invokeinterface(owner, name, type);
      default -> code.invokespecial(owner, ConstantDescs.INIT_NAME, type);
    }
  }
}
