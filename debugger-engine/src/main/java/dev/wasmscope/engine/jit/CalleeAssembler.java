package dev.wasmscope.engine.jit;

import java.lang.classfile.ClassFile;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.Map;

/**
 * Assembles the {@link Callee} of a compiled function: each unit has a class of its own, so that
 * HotSpot's profile of a call tells functions apart.
 *
 * @param superclass the callees of the signature
 * @param unit the class of the unit
 * @param methods its method for each way of calling it
 */
record CalleeAssembler(
    ClassDesc self,
    ClassDesc superclass,
    ClassDesc unit,
    Signature signature,
    Map<Link, String> methods) {

  byte[] assemble() {
    return ClassFile.of()
        .build(
            self,
            type -> {
              type.withFlags(GeneratedClasses.FLAGS).withSuperclass(superclass);
              GeneratedClasses.withConstructor(type, superclass);
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
            });
  }
}
