package dev.wasmscope.app.startup;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What finds the case of a {@code switch} over types, see {@link
 * java.lang.runtime.SwitchBootstraps#typeSwitch}: the index of the first type that an object is of,
 * from a given one on; −1 for {@code null}; the number of types if it is of none.
 */
record TypeSwitch(List<ClassDesc> types) {

  /** The switch at a call site; empty if it has cases that are not types. */
  static Optional<TypeSwitch> of(DynamicCallSiteDesc site) {
    List<ClassDesc> types = new ArrayList<>();
    for (ConstantDesc label : site.bootstrapArgs()) {
      if (!(label instanceof ClassDesc type)) {
        return Optional.empty();
      }
      types.add(type);
    }
    return site.invocationType().parameterType(0).isPrimitive()
        ? Optional.empty()
        : Optional.of(new TypeSwitch(types));
  }

  /** Emits a method with the object and the first index as parameters. */
  void emit(CodeBuilder code) {
    Label present = code.newLabel();
    code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      cases.add(SwitchCase.of(i, code.newLabel()));
    }
    Label none = code.newLabel();
    if (cases.size() > 1) {
      code.iload(1).tableswitch(0, cases.size() - 1, none, cases);
    } else {
      code.iload(1).ifne(none);
    }
    for (int i = 0; i < types.size(); i++) {
      Label next = i + 1 < types.size() ? cases.get(i + 1).target() : none;
      code.labelBinding(cases.get(i).target());
      code.aload(0).instanceOf(types.get(i)).ifeq(next).loadConstant(i).ireturn();
    }
    code.labelBinding(none).loadConstant(types.size()).ireturn();
  }
}
