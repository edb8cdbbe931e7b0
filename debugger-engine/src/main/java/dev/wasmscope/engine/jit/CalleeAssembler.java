package dev.wasmscope.engine.jit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.Map;

/**
 * Assembles the methods by which a compiled function is a {@link Callee}: each unit is a class of
 * its own, so that HotSpot's profile of a call tells functions apart.
 *
 * @param unit the class of the unit
 * @param methods its static method for each way of calling it
 */
record CalleeAssembler(ClassDesc unit, Signature signature, Map<Link, String> methods) {

  /** Adds the methods. */
  void assemble(ClassBuilder type) {
    for (Link link : Link.values()) {
      type.withMethodBody(
          link.ofCallee,
          signature.method(),
          ClassFile.ACC_PUBLIC,
          code -> {
            SignatureClasses.loadParameters(code, signature.method(), 1);
            code.invokestatic(unit, methods.get(link), signature.method())
                .return_(TypeKind.from(signature.method().returnType()));
          });
    }
    type.withMethodBody(
        "callTail",
        SignatureClasses.TAIL,
        ClassFile.ACC_PUBLIC,
        code -> TailCalls.emitCall(code, signature, unit, methods.get(Link.TAIL)));
  }
}
