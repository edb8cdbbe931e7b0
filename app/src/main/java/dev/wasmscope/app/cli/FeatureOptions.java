package dev.wasmscope.app.cli;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.source.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which features a module may use: {@code --features +simd,-threads}, or other tools' spellings
 * {@code --enable-simd} and {@code --disable-threads}. The later of two counts.
 */
final class FeatureOptions {
  private static final String ENABLE = "--enable-";
  private static final String DISABLE = "--disable-";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private final List<Change> changes = new ArrayList<>();

  private record Change(Feature feature, boolean on) {}

  @Option(
      names = "--features",
      paramLabel = "+NAME,-NAME",
      split = ",",
      description =
          "Switch features on or off, e.g. +stringref,-threads; 'all' and 'mvp' stand for many."
              + " --enable-NAME and --disable-NAME work too.")
  void change(List<String> names) {
    for (String name : names) {
      addAll(name.strip());
    }
  }

  /**
   * Adds {@code --enable-…} and {@code --disable-…} to the commands that have these options, if
   * {@code arguments} may ask for them: they are a hundred.
   */
  static void addSpellings(CommandLine root, String... arguments) {
    if (Arrays.stream(arguments).anyMatch(FeatureOptions::isSpelling)) {
      for (CommandLine command : root.getSubcommands().values()) {
        mixedInto(command.getCommandSpec()).forEach(o -> o.addTo(command.getCommandSpec()));
      }
    }
  }

  private static boolean isSpelling(String argument) {
    return argument.startsWith(ENABLE) || argument.startsWith(DISABLE);
  }

  private static Stream<FeatureOptions> mixedInto(CommandSpec spec) {
    return spec.mixins().values().stream()
        .flatMap(
            mixin ->
                mixin.userObject() instanceof FeatureOptions options
                    ? Stream.of(options)
                    : mixedInto(mixin));
  }

  private void addTo(CommandSpec spec) {
    for (Feature feature : Feature.values()) {
      spec.addOption(spelling(ENABLE, feature, true));
      spec.addOption(spelling(DISABLE, feature, false));
    }
  }

  /** The features that remain when all changes are made to the default. */
  FeatureSet features() {
    FeatureSet features = FeatureSet.DEFAULT;
    for (Change change : changes) {
      features = change.on() ? features.with(change.feature()) : features.without(change.feature());
    }
    return features;
  }

  private OptionSpec spelling(String prefix, Feature feature, boolean on) {
    return OptionSpec.builder(prefix + feature.id())
        .arity("0")
        .type(boolean.class)
        .hidden(true)
        .setter(
            new CommandLine.Model.ISetter() {
              @Override
              @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
              public <T> T set(T value) {
                if (Boolean.TRUE.equals(value)) {
                  changes.add(new Change(feature, on));
                }
                return null;
              }
            })
        .build();
  }

  private void addAll(String name) {
    boolean on = !name.startsWith("-");
    String bare = name.startsWith("+") || name.startsWith("-") ? name.substring(1) : name;
    switch (bare) {
      case "all" -> Arrays.stream(Feature.values()).forEach(f -> changes.add(new Change(f, on)));
      case "mvp" -> Arrays.stream(Feature.values()).forEach(f -> changes.add(new Change(f, false)));
      default -> changes.add(new Change(feature(bare), on));
    }
  }

  private Feature feature(String name) {
    return Feature.of(name)
        .orElseThrow(
            () -> {
              List<String> known = Arrays.stream(Feature.values()).map(Feature::id).toList();
              String hint =
                  Nearest.to(name, known)
                      .map(nearest -> "; did you mean " + nearest + "?")
                      .orElse("; known are " + String.join(", ", known));
              return new ParameterException(
                  command.commandLine(), "No feature is called '" + name + "'" + hint);
            });
  }
}
