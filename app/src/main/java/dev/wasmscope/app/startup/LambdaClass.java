package dev.wasmscope.app.startup;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * The class of all lambdas of one shape in a class. Which of them an object is, it knows by their
 * index. Those that capture nothing are made with the class.
 */
final class LambdaClass {

  private static final String INDEX = "index";
  private static final int FIELD = ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL;

  private final ClassDesc name;
  private final Lambda.Shape shape;
  private final List<Lambda> lambdas = new ArrayList<>();
  private final MethodTypeDesc factory;

  LambdaClass(ClassDesc name, Lambda.Shape shape) {
    this.name = name;
    this.shape = shape;
    this.factory =
        MethodTypeDesc.of(shape.type(), shape.captured())
            .insertParameterTypes(shape.captured().size(), ConstantDescs.CD_int);
  }

  ClassDesc name() {
    return name;
  }

  /** The field with what is captured at an index. */
  static String field(int captured) {
    return "captured" + captured;
  }

  private static String single(int index) {
    return "lambda" + index;
  }

  /** Has one more, and emits what makes it of what is on the stack. */
  void make(CodeBuilder code, Lambda lambda) {
    int index = lambdas.indexOf(lambda);
    if (index < 0) {
      index = lambdas.size();
      lambdas.add(lambda);
    }
    if (shape.captured().isEmpty()) {
      code.getstatic(name, single(index), shape.type());
    } else {
      code.loadConstant(index).invokestatic(name, "of", factory);
    }
  }

  /** The class, which may call what is private in those of {@code nest}. */
  byte[] classFile(ClassDesc nest) {
    return ClassFile.of()
        .build(
            name,
            type -> {
              type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC)
                  .withInterfaceSymbols(shape.type())
                  .with(NestHostAttribute.of(nest))
                  .withField(INDEX, ConstantDescs.CD_int, FIELD);
              for (int i = 0; i < shape.captured().size(); i++) {
                type.withField(field(i), shape.captured().get(i), FIELD);
              }
              type.withMethodBody(
                  ConstantDescs.INIT_NAME,
                  factory.changeReturnType(ConstantDescs.CD_void),
                  ClassFile.ACC_PRIVATE,
                  this::constructor);
              if (shape.captured().isEmpty()) {
                singles(type);
              } else {
                type.withMethodBody("of", factory, ClassFile.ACC_STATIC, this::factory);
              }
              type.withMethodBody(shape.name(), shape.method(), ClassFile.ACC_PUBLIC, this::method);
            });
  }

  private void constructor(CodeBuilder code) {
    code.aload(0)
        .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
    int captured = shape.captured().size();
    for (int i = 0; i < captured; i++) {
      ClassDesc type = shape.captured().get(i);
      code.aload(0)
          .loadLocal(TypeKind.from(type), code.parameterSlot(i))
          .putfield(name, field(i), type);
    }
    code.aload(0)
        .iload(code.parameterSlot(captured))
        .putfield(name, INDEX, ConstantDescs.CD_int)
        .return_();
  }

  private void factory(CodeBuilder code) {
    code.new_(name).dup();
    for (int i = 0; i < factory.parameterCount(); i++) {
      code.loadLocal(TypeKind.from(factory.parameterType(i)), code.parameterSlot(i));
    }
    code.invokespecial(
            name, ConstantDescs.INIT_NAME, factory.changeReturnType(ConstantDescs.CD_void))
        .areturn();
  }

  private void singles(ClassBuilder type) {
    for (int i = 0; i < lambdas.size(); i++) {
      type.withField(single(i), shape.type(), ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
    }
    type.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME,
        ConstantDescs.MTD_void,
        ClassFile.ACC_STATIC,
        code -> {
          for (int i = 0; i < lambdas.size(); i++) {
            code.new_(name)
                .dup()
                .loadConstant(i)
                .invokespecial(
                    name, ConstantDescs.INIT_NAME, factory.changeReturnType(ConstantDescs.CD_void))
                .putstatic(name, single(i), shape.type());
          }
          code.return_();
        });
  }

  private void method(CodeBuilder code) {
    if (lambdas.size() > 1) {
      List<SwitchCase> cases = new ArrayList<>();
      for (int i = 1; i < lambdas.size(); i++) {
        cases.add(SwitchCase.of(i, code.newLabel()));
      }
      Label first = code.newLabel();
      code.aload(0)
          .getfield(name, INDEX, ConstantDescs.CD_int)
          .tableswitch(1, lambdas.size() - 1, first, cases);
      for (SwitchCase one : cases) {
        code.labelBinding(one.target());
        lambdas.get(one.caseValue()).emit(code, name);
      }
      code.labelBinding(first);
    }
    lambdas.getFirst().emit(code, name);
  }
}
