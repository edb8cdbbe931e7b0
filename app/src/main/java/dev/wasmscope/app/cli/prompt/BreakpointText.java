package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.breakpoint.Target;

/** A breakpoint in words. */
final class BreakpointText {

  private BreakpointText() {}

  static String of(Breakpoint breakpoint, PromptContext context) {
    return target(breakpoint.target(), context)
        + breakpoint.condition().map(text -> " if " + text).orElse("")
        + breakpoint.hitCondition().map(text -> " hits " + text).orElse("")
        + breakpoint.logMessage().map(text -> " log " + text).orElse("");
  }

  private static String target(Target target, PromptContext context) {
    String file = context.code().places().file();
    return switch (target) {
      case Target.AtPlace place ->
          place.function()
              + (place.offset().isPresent() ? "+" + place.offset().getAsInt() : "")
              + (place.line().isPresent() ? " at " + file + ":" + place.line().getAsInt() : "");
      case Target.AtSource source -> source.file() + ":" + source.line();
      case Target.AtFunction function -> function.when().keyword() + " of " + function.function();
      case Target.OnMemory data ->
          "%s of memory %s, %d bytes at 0x%x"
              .formatted(data.access().keyword(), data.memory(), data.length(), data.address());
      case Target.OnGlobal data -> data.access().keyword() + " of global " + data.global();
      case Target.OnEvent event ->
          event.event().keyword() + event.name().map(n -> " " + n).orElse("");
    };
  }
}
