package dev.wasmscope.app.session;

import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.expression.ExpressionException;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns the window's breakpoints into the engine's and the file's, and back. */
public final class EngineBreakpoints {
  private EngineBreakpoints() {}

  /**
   * What became of one breakpoint.
   *
   * @param breakpoint for the engine; empty when it cannot be placed
   * @param problem why not; empty when it can
   */
  public record Converted(
      Optional<dev.wasmscope.engine.breakpoint.Breakpoint> breakpoint, String problem) {}

  /** {@code breakpoint} for a program of {@code module} with the text {@code lines}. */
  public static Converted convert(Breakpoint breakpoint, SourceLines lines, Module module) {
    Optional<Target> target =
        breakpoint
            .target()
            .or(() -> lines.placeAt(breakpoint.line()).map(p -> target(breakpoint, p, module)));
    if (target.isEmpty()) {
      return new Converted(Optional.empty(), Text.of("breakpoint.noInstruction"));
    }
    try {
      return new Converted(
          Optional.of(
              new dev.wasmscope.engine.breakpoint.Breakpoint(
                  breakpoint.id(),
                  target.get(),
                  breakpoint.enabled(),
                  present(breakpoint.condition()),
                  present(breakpoint.hitCondition()),
                  present(breakpoint.logMessage()))),
          "");
    } catch (ExpressionException unreadable) {
      return new Converted(Optional.empty(), unreadable.getMessage());
    }
  }

  private static Target target(Breakpoint breakpoint, Place place, Module module) {
    IndexOrName function =
        module
            .names()
            .function(place.function())
            .<IndexOrName>map(name -> new IndexOrName.Name("$" + name))
            .orElse(new IndexOrName.Index(place.function()));
    return new Target.AtPlace(
        function, OptionalInt.of(place.offset()), OptionalInt.of(breakpoint.line() + 1), "");
  }

  private static Optional<String> present(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  /** The window's form of a breakpoint read from a file. */
  public static Breakpoint fromFile(dev.wasmscope.engine.breakpoint.Breakpoint read) {
    int line = -1;
    Optional<Target> kept = Optional.of(read.target());
    String text = "";
    if (read.target() instanceof Target.AtPlace place && place.line().isPresent()) {
      line = place.line().getAsInt() - 1;
      kept = Optional.empty();
      text = place.text();
    }
    return new Breakpoint(
        read.id(),
        line,
        title(read.target()),
        text,
        read.enabled(),
        read.condition().orElse(""),
        read.hitCondition().orElse(""),
        read.logMessage().orElse(""),
        "",
        kept);
  }

  private static String title(Target target) {
    return switch (target) {
      case Target.AtPlace place ->
          Text.of("breakpoint.atPlace", place.function(), place.offset().orElse(0));
      case Target.AtSource source -> source.file() + ":" + source.line();
      case Target.AtFunction function -> Text.of("breakpoint.atFunction", function.function());
      case Target.OnMemory memory ->
          Text.of("breakpoint.onMemory", String.format("0x%x", memory.address()), memory.length());
      case Target.OnGlobal global -> Text.of("breakpoint.onGlobal", global.global());
      case Target.OnEvent event -> Text.of("breakpoint.onEvent", event.event());
    };
  }
}
