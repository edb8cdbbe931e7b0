package dev.wasmscope.app.startup;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes ordinary classes of lambdas, one of all of a class that have the same interface. The JVM
 * would make a hidden class of each, and its cache would link all of them at every start, with what
 * finds them.
 */
final class LambdaLowering {

  private final Map<String, byte[]> classes = new LinkedHashMap<>();

  /** What has become part of nests, by the names of their hosts. */
  private final Map<String, List<ClassDesc>> nests = new LinkedHashMap<>();

  /** Takes a class; {@link #classes} has it, and those of its lambdas. */
  void add(byte[] classFile) {
    ClassModel model = ClassFile.of().parse(classFile);
    ClassDesc self = model.thisClass().asSymbol();
    ClassDesc nest =
        model
            .findAttribute(Attributes.nestHost())
            .map(attribute -> attribute.nestHost().asSymbol())
            .orElse(self);
    Map<Lambda.Shape, LambdaClass> made = new LinkedHashMap<>();
    byte[] lowered =
        ClassFile.of()
            .transformClass(
                model,
                ClassTransform.transformingMethodBodies(
                    (code, element) -> replace(code, element, self, made)));
    classes.put(name(self), made.isEmpty() ? classFile : lowered);
    for (LambdaClass one : made.values()) {
      classes.put(name(one.name()), one.classFile(nest));
      nests.computeIfAbsent(name(nest), _ -> new ArrayList<>()).add(one.name());
    }
  }

  private static void replace(
      CodeBuilder code, CodeElement element, ClassDesc self, Map<Lambda.Shape, LambdaClass> made) {
    Optional<Lambda> lambda =
        element instanceof InvokeDynamicInstruction call
            ? Lambda.of(call.invokedynamic().asSymbol())
            : Optional.empty();
    if (lambda.isEmpty()) {
      code.with(element);
    } else {
      made.computeIfAbsent(
              lambda.get().shape(),
              shape -> new LambdaClass(self.nested("Lambdas" + made.size()), shape))
          .make(code, lambda.get());
    }
  }

  /** All classes that were added and made, by the names of their files. */
  Map<String, byte[]> classes() {
    nests.forEach(
        (host, members) -> classes.computeIfPresent(host, (_, file) -> host(file, members)));
    nests.clear();
    return classes;
  }

  /** The host of a nest with more members. */
  private static byte[] host(byte[] classFile, List<ClassDesc> more) {
    ClassModel model = ClassFile.of().parse(classFile);
    List<ClassDesc> members = new ArrayList<>(more);
    model
        .findAttribute(Attributes.nestMembers())
        .ifPresent(
            attribute -> attribute.nestMembers().forEach(member -> members.add(member.asSymbol())));
    return ClassFile.of()
        .transformClass(
            model,
            ClassTransform.dropping(NestMembersAttribute.class::isInstance)
                .andThen(
                    ClassTransform.endHandler(
                        type -> type.with(NestMembersAttribute.ofSymbols(members)))));
  }

  private static String name(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1) + ".class";
  }
}
