package dev.wasmscope.app.shell;

import dev.wasmscope.app.analysis.Analysis;
import dev.wasmscope.app.analysis.FunctionNames;
import dev.wasmscope.app.explorer.OutlineItem;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.runtime.ValueScope;
import dev.wasmscope.wasm.inspect.FeatureNeed;
import dev.wasmscope.wasm.inspect.FeatureReport;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TagType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/** Lists the parts of a module for the explorer. */
final class Outline {
  private final Analysis analysis;
  private final Module module;
  private final IndexSpaces spaces;
  private final ValueScope scope;
  private final List<OutlineItem> groups = new ArrayList<>();

  private Outline(Analysis analysis, Module module) {
    this.analysis = analysis;
    this.module = module;
    this.spaces = IndexSpaces.of(module);
    this.scope = ValueScope.of(module);
  }

  /** The outline of what {@code analysis} found; empty when there is no module. */
  static List<OutlineItem> of(Analysis analysis) {
    return analysis.module().map(m -> new Outline(analysis, m).build()).orElse(List.of());
  }

  private List<OutlineItem> build() {
    analysis.needs().ifPresent(this::standard);
    group(
        "outline.imports",
        "mdi2i-import",
        Definition.Kind.IMPORT,
        0,
        module.imports().size(),
        this::imported);
    group(
        "outline.exports",
        "mdi2e-export",
        Definition.Kind.EXPORT,
        0,
        module.exports().size(),
        this::exported);
    group(
        "outline.functions",
        "mdi2f-function",
        Definition.Kind.FUNCTION,
        spaces.importedFunctions(),
        spaces.functions().size(),
        this::function);
    space(
        "outline.memories",
        "mdi2m-memory",
        Definition.Kind.MEMORY,
        Names.Space.MEMORY,
        spaces.memories());
    space(
        "outline.globals",
        "mdi2v-variable",
        Definition.Kind.GLOBAL,
        Names.Space.GLOBAL,
        spaces.globals());
    space(
        "outline.tables", "mdi2t-table", Definition.Kind.TABLE, Names.Space.TABLE, spaces.tables());
    space("outline.tags", "mdi2t-tag-outline", Definition.Kind.TAG, Names.Space.TAG, spaces.tags());
    group(
        "outline.data",
        "mdi2d-database-outline",
        Definition.Kind.DATA,
        0,
        module.data().size(),
        i -> named(Names.Space.DATA, i, ""));
    return groups;
  }

  /** Which version of the standard the module needs, and what asks for it. */
  private void standard(FeatureReport report) {
    List<OutlineItem> needs = new ArrayList<>();
    for (FeatureNeed need : report.needs().reversed()) {
      int offset = analysis.offsets().toChar(analysis.spans().of(need.site()).start());
      String detail =
          Text.of("outline.need", need.since().title(), need.construct() + in(need), need.uses());
      needs.add(
          new OutlineItem("mdi2p-puzzle-outline", need.feature().id(), detail, offset, List.of()));
    }
    groups.add(
        new OutlineItem(
            "mdi2c-certificate-outline", Text.of("outline.standard"), report.summary(), -1, needs));
  }

  private String in(FeatureNeed need) {
    return need.site() instanceof Place place
        ? " " + Text.of("outline.in", spaces.displayName(place.function()))
        : "";
  }

  private record Label(String name, String detail) {}

  private void space(
      String key, String icon, Definition.Kind kind, Names.Space space, List<?> all) {
    group(key, icon, kind, 0, all.size(), i -> named(space, i, detail(all.get(i))));
  }

  private void group(
      String key, String icon, Definition.Kind kind, int from, int to, IntFunction<Label> label) {
    List<OutlineItem> items = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Label text = label.apply(i);
      int offset = analysis.offsets().toChar(analysis.spans().of(new Definition(kind, i)).start());
      items.add(new OutlineItem(icon, text.name(), text.detail(), offset, List.of()));
    }
    if (!items.isEmpty()) {
      groups.add(new OutlineItem(icon, Text.of(key), "" + items.size(), -1, items));
    }
  }

  private Label named(Names.Space space, int index, String detail) {
    return new Label(module.names().of(space, index).map(n -> "$" + n).orElse("#" + index), detail);
  }

  private static String detail(Object type) {
    return switch (type) {
      case MemoryType memory -> memory.limits().toString();
      case TableType table -> table.limits() + " " + table.element();
      case TagType tag -> "";
      default -> type.toString();
    };
  }

  private Label function(int index) {
    String type = spaces.funcType(spaces.functions().get(index)).map(scope::describe).orElse("");
    Optional<String> name = module.names().function(index);
    return new Label(
        name.map(FunctionNames::readable)
            .map(n -> n.contains("::") ? n : "$" + n)
            .orElse(spaces.displayName(index)),
        type);
  }

  private Label imported(int index) {
    Import imported = module.imports().get(index);
    return new Label(imported.module() + "." + imported.name(), "");
  }

  private Label exported(int index) {
    Export export = module.exports().get(index);
    return new Label(export.name(), export.kind().name().toLowerCase(Locale.ROOT));
  }
}
