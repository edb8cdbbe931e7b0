package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Parses modules in the text format (specification, chapter 6). Function bodies and constant
 * expressions become bytes of the binary format at once; the map tells where they came from.
 * Whatever the input, the outcome is a {@link ParsedModule}; several independent errors are
 * reported in one go.
 */
public final class WatParser {

  private WatParser() {}

  /** Parses a whole text: {@code (module …)}, or its fields alone. */
  public static ParsedModule parse(byte[] source, FeatureSet features) {
    return parse(ByteSlice.of(source), features);
  }

  /** Parses a part of a text; spans count from the start of the whole. */
  public static ParsedModule parse(ByteSlice source, FeatureSet features) {
    return parse(source, features, NameUse.Listener.NONE);
  }

  /** Parses a part of a text and tells {@code listener} of all names in it. */
  public static ParsedModule parse(
      ByteSlice source, FeatureSet features, NameUse.Listener listener) {
    var map = new TextMap.Builder();
    var context = new ParseContext(source.array(), features, listener, map);
    Module module = parse(context, source, FieldParser::parse);
    List<Diagnostic> diagnostics = context.findings().inOrder(context.source());
    return new ParsedModule(module, map.build(context.source()), diagnostics);
  }

  /**
   * Parses a whole text that is expected to be well-formed. Without a map it takes less time, and
   * of memory little more than the module.
   *
   * @return the module; empty if the text has errors, of which {@link #parse} tells
   */
  public static Optional<Module> parseWithoutMap(byte[] source, FeatureSet features) {
    try {
      return withoutMap(source, features, FieldParser::parseConcurrently);
    } catch (OutOfOrderException e) {
      return withoutMap(source, features, FieldParser::parse);
    }
  }

  private static Optional<Module> withoutMap(
      byte[] source, FeatureSet features, BiConsumer<FieldParser, List<Field>> parse) {
    var context = new ParseContext(source, features, NameUse.Listener.NONE, SpanListener.NONE);
    Module module = parse(context, ByteSlice.of(source), parse);
    return context.findings().hasErrors() ? Optional.empty() : Optional.of(module);
  }

  private static Module parse(
      ParseContext context, ByteSlice source, BiConsumer<FieldParser, List<Field>> parse) {
    var scanner =
        new FieldScanner(source.array(), source.offset(), source.end(), context.findings());
    scanner.scan();
    nameModule(context, scanner);
    context.module().hasDataCount(scanner.dataCount());
    context.map().define(Definition.Kind.MODULE, 0, source.offset(), source.end());
    new Declarations(context).bind(scanner.fields());
    parse.accept(new FieldParser(context), scanner.fields());
    customs(context, scanner.customs());
    ModuleBuilder module = context.module();
    module.types.addAll(context.types().groups());
    module.names(context.scopes().names().build());
    return module.build();
  }

  private static void nameModule(ParseContext context, FieldScanner scanner) {
    try {
      if (scanner.moduleName() >= 0) {
        context
            .scopes()
            .names()
            .module(NameAnnotation.read(context.source(), scanner.moduleName()));
      } else if (scanner.moduleId() >= 0) {
        var id = new IdText();
        var lexer = new Lexer(context.source(), scanner.moduleId(), context.source().length);
        lexer.next();
        id.read(context.source(), lexer.start(), lexer.end());
        context.scopes().names().module(id.toString());
      }
    } catch (DiagnosticException e) {
      context.report(e.diagnostic());
    }
  }

  private static void customs(ParseContext context, List<Integer> annotations) {
    List<CustomSection> customs = context.module().customs;
    for (int at : annotations) {
      try {
        customs.add(new CustomAnnotation(context, at).read());
      } catch (DiagnosticException e) {
        context.report(e.diagnostic());
      }
    }
    context.hints().section().ifPresent(customs::add);
    customs.sort(Comparator.comparing(CustomSection::after));
    var present = new PresentSections(context.module());
    customs.replaceAll(c -> new CustomSection(c.name(), c.contents(), present.lastUpTo(c.after())));
  }
}
