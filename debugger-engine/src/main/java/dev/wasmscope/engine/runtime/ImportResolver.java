package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.type.ExternFunc;
import dev.wasmscope.wasm.type.ExternType;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TagType;
import dev.wasmscope.wasm.type.TypeRenaming;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Gives an instance its imports, or says which one is missing or does not fit (§4.7.3). */
final class ImportResolver {

  private final Instance instance;
  private final Imports imports;
  private final Spans spans;

  ImportResolver(Instance instance, Imports imports, Spans spans) {
    this.instance = instance;
    this.imports = imports;
    this.spans = spans;
  }

  /**
   * Puts all imports.
   *
   * @throws DiagnosticException for the first import that cannot be served
   */
  void resolve() {
    Map<Definition.Kind, Integer> next = new EnumMap<>(Definition.Kind.class);
    for (int i = 0; i < instance.module().imports().size(); i++) {
      Import wanted = instance.module().imports().get(i);
      Definition.Kind kind = kind(wanted);
      instance.put(kind, next.merge(kind, 1, Integer::sum) - 1, resolve(i, wanted));
    }
  }

  private static Definition.Kind kind(Import wanted) {
    return switch (wanted.kind()) {
      case FUNC -> Definition.Kind.FUNCTION;
      case TABLE -> Definition.Kind.TABLE;
      case MEMORY -> Definition.Kind.MEMORY;
      case GLOBAL -> Definition.Kind.GLOBAL;
      case TAG -> Definition.Kind.TAG;
    };
  }

  private Extern resolve(int index, Import wanted) {
    ExternType asked = toStore(wanted.type());
    Optional<Extern> defined = imports.find(wanted);
    Optional<Extern> serving =
        defined
            .filter(extern -> fits(extern, asked))
            .or(() -> imports.fallback(instance, wanted).filter(extern -> fits(extern, asked)));
    return serving.orElseThrow(
        () ->
            new DiagnosticException(
                defined
                    .map(extern -> incompatible(index, wanted, asked, extern.externType()))
                    .orElseGet(() -> unknown(index, wanted))));
  }

  private boolean fits(Extern offered, ExternType asked) {
    return instance.store().types().subtyping().matches(offered.externType(), asked);
  }

  private ExternType toStore(ExternType type) {
    TypeRenaming toStore = instance.toStore();
    return switch (type) {
      case ExternFunc(int typeIndex) -> new ExternFunc(toStore.rename(typeIndex));
      case TagType(int typeIndex) -> new TagType(toStore.rename(typeIndex));
      case GlobalType(var content, boolean mutable) ->
          new GlobalType(toStore.rename(content), mutable);
      case TableType(var address, var limits, var element) ->
          new TableType(address, limits, toStore.rename(element));
      case MemoryType memory -> memory;
    };
  }

  private Diagnostic unknown(int index, Import wanted) {
    String detail =
        "%s \"%s\" \"%s\" %s"
            .formatted(
                wanted.kind(), wanted.module(), wanted.name(), describe(toStore(wanted.type())));
    return Diagnostic.error(DiagnosticCode.UNKNOWN_IMPORT, span(index), detail)
        .withRemedy(remedy(wanted));
  }

  private String remedy(Import wanted) {
    SortedSet<String> fields = imports.fields(wanted.module());
    if (!fields.isEmpty()) {
      return "Module \"%s\" is there, but offers only: %s."
          .formatted(wanted.module(), String.join(", ", fields));
    }
    SortedSet<String> modules = imports.moduleNames();
    String offered = modules.isEmpty() ? "none" : String.join(", ", modules);
    return "Link a module as \"%s\" or stub the import; module names offered: %s."
        .formatted(wanted.module(), offered);
  }

  private Diagnostic incompatible(int index, Import wanted, ExternType asked, ExternType offered) {
    String detail =
        "\"%s\" \"%s\": asked for %s, offered %s"
            .formatted(wanted.module(), wanted.name(), describe(asked), describe(offered));
    return Diagnostic.error(DiagnosticCode.INCOMPATIBLE_IMPORT, span(index), detail)
        .withRemedy("Provide an import of the type asked for, or change the module's import.");
  }

  private dev.wasmscope.wasm.source.Span span(int index) {
    return spans.of(new Definition(Definition.Kind.IMPORT, index));
  }

  private String describe(ExternType type) {
    StoreTypes types = instance.store().types();
    return switch (type) {
      case ExternFunc(int number) -> "func " + types.func(number);
      case TagType(int number) -> "tag " + types.func(number).params();
      case GlobalType global -> "global " + global;
      case TableType(var address, var limits, var element) ->
          "table " + address + " " + limits + " " + element;
      case MemoryType memory ->
          "memory "
              + memory.address()
              + " "
              + memory.limits()
              + (memory.shared() ? " shared" : "")
              + (memory.pageSizeLog2() == MemoryType.DEFAULT_PAGE_SIZE_LOG2
                  ? ""
                  : " (pagesize " + (1L << memory.pageSizeLog2()) + ")");
    };
  }
}
