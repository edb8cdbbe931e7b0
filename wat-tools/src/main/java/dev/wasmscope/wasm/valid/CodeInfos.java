package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The {@link CodeInfo} of each function of a valid module, made when it is first asked for. Safe
 * for use by several threads.
 */
public final class CodeInfos {

  private final ModuleContext context;
  private final AtomicReferenceArray<CodeInfo> infos;

  private CodeInfos(ModuleContext context) {
    this.context = context;
    infos = new AtomicReferenceArray<>(context.functions.length);
  }

  /** The infos of a module that has been validated, with whichever features. */
  public static CodeInfos of(Module module) {
    return of(ModuleContext.of(module, FeatureSet.ALL, _ -> Span.at(0)));
  }

  /** The infos of a module that has been validated in {@code context}. */
  public static CodeInfos of(ModuleContext context) {
    return new CodeInfos(context);
  }

  /**
   * The info of a function that the module defines.
   *
   * @param function index of the function, imports counted
   * @throws DiagnosticException if its code is not valid
   */
  public CodeInfo get(int function) {
    CodeInfo known = infos.get(function);
    if (known == null) {
      known = make(function);
      infos.set(function, known);
    }
    return known;
  }

  private CodeInfo make(int function) {
    var validator = new CodeValidator(context);
    var recorder = new BranchRecorder();
    validator.recorder = recorder;
    int[] start = {-1};
    validator.function(
        function,
        (offset, _) -> {
          start[0] = start[0] < 0 ? offset : start[0];
          return true;
        });
    return new CodeInfo(
        validator.stack.maxHeight(),
        validator.locals.count(),
        start[0],
        recorder.sideTable(),
        recorder.handlerTable());
  }
}
