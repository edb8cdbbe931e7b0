package dev.wasmscope.architecture;

/** The arrows between the packages of the libraries, as docs/architecture.md draws them. */
public final class HouseArrows {
  private HouseArrows() {}

  /** The table of wat-tools, debugger-engine and profiler; the window's rules are its own. */
  public static PackageArrows ofLibraries() {
    PackageArrows.Builder table = PackageArrows.below("dev.wasmscope");
    documents(table);
    running(table);
    profiles(table);
    return table.build();
  }

  private static void documents(PackageArrows.Builder table) {
    table
        .exactly("wasm")
        .row("wasm.source")
        .row("wasm.type", "wasm.source")
        .row("wasm.instr", "wasm.type")
        .row("wasm.module", "wasm.instr")
        .row("wasm.binary", "wasm.module")
        .row("wasm.valid", "wasm.module", "wasm.binary")
        .row("wasm.text", "wasm.module", "wasm.binary")
        .row("wasm.script", "wasm.text", "wasm.binary", "wasm.valid")
        .row("wasm.lang", "wasm.text", "wasm.valid")
        .row("wasm.coredump", "wasm.module", "wasm.binary")
        .row("wasm.inspect", "wasm.module", "wasm.binary", "wasm.valid", "wasm.coredump");
  }

  private static void running(PackageArrows.Builder table) {
    table
        .exactly("engine", "engine.*", "wasm.*")
        .row("engine.trap")
        .row("engine.numeric", "engine.trap")
        .row("engine.runtime", "engine.numeric", "wasm.*")
        .row("engine.probe", "engine.runtime")
        .row("engine.step", "engine.probe", "engine.numeric")
        .row("engine.tier", "engine.probe", "engine.step")
        .row("engine.interp", "engine.tier", "engine.step", "engine.numeric")
        .row("engine.vector", "engine.numeric")
        .row("engine.jit", "engine.tier", "engine.step", "engine.numeric", "engine.vector")
        .row("engine.debuginfo", "wasm.module")
        .row("engine.expression", "engine.probe", "engine.debuginfo")
        .row("engine.breakpoint", "engine.expression")
        .row("engine.debug", "engine.breakpoint", "engine.runtime")
        .row("engine.script", "engine.tier")
        .row("engine.policy")
        .row("engine.wasi", "engine.runtime", "engine.policy");
  }

  private static void profiles(PackageArrows.Builder table) {
    table
        .exactly("profile")
        .row("profile.model")
        .row("profile.collect", "profile.model", "engine", "engine.*", "wasm.*")
        .row("profile.view", "profile.model")
        .row("profile.io", "profile.model")
        .row("profile.report", "profile.model", "profile.view", "profile.io");
  }
}
