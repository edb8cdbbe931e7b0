package dev.wasmscope.app.startup;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * Replaces call sites that the JVM would link when they are first executed by calls of ordinary
 * methods, which are added to the class: switches over types, and {@code equals} and {@code
 * hashCode} of records. Linking one of them takes about a millisecond, and the JVM's cache cannot
 * keep the result.
 */
final class CallSiteLowering {

  private final ClassModel model;
  private final ClassDesc self;
  private final boolean isInterface;
  private final Map<DynamicCallSiteDesc, String> names = new LinkedHashMap<>();

  private CallSiteLowering(ClassModel model) {
    this.model = model;
    this.self = model.thisClass().asSymbol();
    this.isInterface = model.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
  }

  /** The class with as few call sites as possible. */
  static byte[] lower(byte[] classFile) {
    ClassModel model = ClassFile.of().parse(classFile);
    boolean hasAny =
        StreamSupport.stream(model.constantPool().spliterator(), false)
            .anyMatch(CallSiteLowering::isLowered);
    return hasAny ? new CallSiteLowering(model).lower() : classFile;
  }

  private static boolean isLowered(PoolEntry entry) {
    return entry instanceof InvokeDynamicEntry site && body(site.asSymbol()).isPresent();
  }

  private byte[] lower() {
    return ClassFile.of()
        .transformClass(
            model,
            ClassTransform.transformingMethodBodies(this::replace)
                .andThen(ClassTransform.endHandler(this::addMethods)));
  }

  private void replace(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction call && isLowered(call.invokedynamic())) {
      DynamicCallSiteDesc site = call.invokedynamic().asSymbol();
      String name =
          names.computeIfAbsent(site, s -> s.invocationName() + "$lowered" + names.size());
      code.invokestatic(self, name, site.invocationType(), isInterface);
    } else {
      code.with(element);
    }
  }

  private void addMethods(ClassBuilder type) {
    names.forEach(
        (site, name) ->
            type.withMethodBody(
                name,
                site.invocationType(),
                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                body(site).orElseThrow()));
  }

  /** The code of a method that does what a call site does; empty if it is none that is known. */
  private static Optional<Consumer<CodeBuilder>> body(DynamicCallSiteDesc site) {
    if (!(site.bootstrapMethod() instanceof DirectMethodHandleDesc bootstrap)) {
      return Optional.empty();
    }
    return switch (bootstrap.owner().displayName() + "." + bootstrap.methodName()) {
      case "SwitchBootstraps.typeSwitch" -> TypeSwitch.of(site).map(found -> found::emit);
      case "ObjectMethods.bootstrap" -> RecordMethod.of(site).map(found -> found::emit);
      default -> Optional.empty();
    };
  }
}
