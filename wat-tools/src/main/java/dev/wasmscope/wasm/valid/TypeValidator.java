package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.Severity;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.CanonicalTypes;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.SubType;
import dev.wasmscope.wasm.type.Subtyping;
import dev.wasmscope.wasm.type.TypeIndex;
import java.util.ArrayList;
import java.util.List;

/** Validates the types that a module defines (§3.2.9 to §3.2.11). */
final class TypeValidator {

  private final List<SubType> types = new ArrayList<>();
  private final Spans spans;
  private final List<Diagnostic> errors = new ArrayList<>();

  private TypeValidator(Spans spans) {
    this.spans = spans;
  }

  /** What is wrong with the types; where this is empty all indices in them are known. */
  static List<Diagnostic> validate(Module module, Spans spans) {
    var validator = new TypeValidator(spans);
    validator.indices(module);
    if (validator.errors.isEmpty()) {
      validator.supers(module);
    }
    return validator.errors;
  }

  private void error(int index, DiagnosticCode code, String rest) {
    var span = spans.of(new Definition(Definition.Kind.TYPE, index));
    errors.add(new Diagnostic(code, Severity.ERROR, span, code.wording() + rest, "", List.of()));
  }

  private void indices(Module module) {
    for (RecGroup group : module.types()) {
      int first = types.size();
      types.addAll(group.types());
      for (int i = first; i < types.size(); i++) {
        indices(types.get(i), i);
      }
    }
  }

  private void indices(SubType type, int index) {
    if (type.supers().size() > 1) {
      error(index, DiagnosticCode.SUB_TYPE, ": more than one super type");
    }
    for (int parent : type.supers()) {
      known(parent, types.size(), index);
      if (parent >= index) {
        error(index, DiagnosticCode.SUB_TYPE, " " + index + ": its super type must come before");
      }
    }
    switch (type.composite()) {
      case FuncType(var params, var results) -> {
        params.forEach(param -> storage(param, index));
        results.forEach(result -> storage(result, index));
      }
      case StructType(var fields) -> fields.forEach(field -> storage(field.storage(), index));
      case ArrayType(FieldType element) -> storage(element.storage(), index);
    }
  }

  private void storage(StorageType type, int index) {
    if (type instanceof RefType(_, TypeIndex(int named))) {
      known(named, types.size(), index);
    }
  }

  private void known(int named, int limit, int index) {
    if (Integer.compareUnsigned(named, limit) >= 0) {
      error(index, DiagnosticCode.UNKNOWN_TYPE, " " + Integer.toUnsignedString(named));
    }
  }

  private void supers(Module module) {
    var canonical = new CanonicalTypes();
    int[] numbers = canonical.intern(module.types());
    var subtyping = new Subtyping(canonical, i -> numbers[i]);
    for (int i = 0; i < types.size(); i++) {
      for (int parent : types.get(i).supers()) {
        SubType above = types.get(parent);
        if (above.isFinal()) {
          error(i, DiagnosticCode.SUB_TYPE, " " + i + ": its super type " + parent + " is final");
        } else if (!subtyping.matches(types.get(i).composite(), above.composite())) {
          error(i, DiagnosticCode.SUB_TYPE, " " + i + " does not match super type " + parent);
        }
      }
    }
  }
}
