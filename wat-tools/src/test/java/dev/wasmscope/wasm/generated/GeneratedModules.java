package dev.wasmscope.wasm.generated;

import dev.wasmscope.fuzz.FuzzRun;
import dev.wasmscope.fuzz.module.ModuleGenerator;
import dev.wasmscope.fuzz.module.Size;
import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.text.WatPrinter;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What holds of any valid module: it is accepted, and nothing is lost between module, binary and
 * text. {@code main} goes on for as many seconds as it is told.
 */
public final class GeneratedModules {

  private static final List<PrintOptions> STYLES =
      List.of(PrintOptions.FLAT, PrintOptions.FOLDED, new PrintOptions(true, true, false, true));

  private GeneratedModules() {}

  /**
   * Checks the module of one seed.
   *
   * @throws AssertionError if something does not hold; it tells the seed
   */
  static void check(long seed, Size size) {
    try {
      Module module = ModuleGenerator.generate(seed, size);
      byte[] binary = BinaryWriter.writeWithNames(module);
      binary(module, binary);
      STYLES.forEach(style -> text(module, style));
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed + ", " + size + ": " + e.getMessage(), e);
    }
  }

  private static void binary(Module module, byte[] binary) {
    BinaryModule read = BinaryReader.read(binary, FeatureSet.ALL);
    none(ModuleValidator.validate(read.module(), FeatureSet.ALL, read.spans()));
    same("decode(encode(m))", module, read.module());
    if (!Arrays.equals(binary, BinaryWriter.write(read.module()))) {
      throw new IllegalStateException("encode(decode(bytes)) differs from the bytes");
    }
  }

  private static void text(Module module, PrintOptions style) {
    ParsedModule parsed = WatParser.parse(WatPrinter.print(module, style).text(), FeatureSet.ALL);
    none(parsed.diagnostics());
    same("parse(print(m)), " + style + ",", module, parsed.module());
  }

  private static void none(List<Diagnostic> diagnostics) {
    if (!diagnostics.isEmpty()) {
      throw new IllegalStateException(diagnostics.getFirst().toString());
    }
  }

  /**
   * Compares part by part, so that a failure can say where to look. Only custom sections may be
   * new: a binary has its names in one.
   */
  private static void same(String what, Module expected, Module found) {
    for (var part : Module.class.getRecordComponents()) {
      try {
        Object one = part.getAccessor().invoke(expected);
        Object other = part.getAccessor().invoke(found);
        boolean isNew = part.getName().equals("customs");
        if (!isNew && !Objects.equals(one, other)) {
          throw new IllegalStateException(
              what + " differs in " + part.getName() + ": " + one + "\nis now " + other);
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  /**
   * Runs until the time is over.
   *
   * @param args seconds, then a seed (0 if absent)
   */
  public static void main(String[] args) {
    new FuzzRun(args)
        .over(
            List.of(Size.SMALL, Size.LARGE),
            (seed, size) -> {
              check(seed, size);
              return 1;
            });
  }
}
