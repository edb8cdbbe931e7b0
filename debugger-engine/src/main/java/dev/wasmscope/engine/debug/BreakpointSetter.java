package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.breakpoint.EventKind;
import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Placement;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.probe.Attachment;
import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.Nearest;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds where a breakpoint belongs in an instance and attaches it there. */
final class BreakpointSetter {

  private static final int LINES_TO_LOOK_AT = 100;

  /** Where a thread of wasi-threads begins. */
  private static final String THREAD_START = "wasi_thread_start";

  private final Instance instance;
  private final Probes probes;
  private final LineTable lines;

  BreakpointSetter(Instance instance, Probes probes, LineTable lines) {
    this.instance = instance;
    this.probes = probes;
    this.lines = lines;
  }

  /**
   * Sets {@code breakpoint}.
   *
   * @throws CannotSet if there is no such place, with the reason
   */
  void set(ActiveBreakpoint breakpoint) {
    switch (breakpoint.breakpoint().target()) {
      case Target.AtPlace target -> atPlace(breakpoint, target);
      case Target.AtSource target -> atSource(breakpoint, target);
      case Target.AtFunction target -> atFunction(breakpoint, target);
      case Target.OnMemory target -> new DataWatch(instance, probes).memory(breakpoint, target);
      case Target.OnGlobal target -> new DataWatch(instance, probes).global(breakpoint, target);
      case Target.OnEvent(EventKind event, var _) when event.isOfInstance() ->
          atEntry(breakpoint, beginning(event));
      case Target.OnEvent(EventKind event, var name) ->
          new EventWatch(instance.store(), probes).set(breakpoint, event, name.orElse("*"));
    }
  }

  private void atPlace(ActiveBreakpoint breakpoint, Target.AtPlace target) {
    WasmFunction function = function(target.function());
    switch (Placement.of(target, new Instructions(lines).of(function))) {
      case Placement.Placed(int offset, boolean _) -> attach(breakpoint, function, offset);
      case Placement.Unplaced(String reason) -> throw new CannotSet(reason);
    }
  }

  private void atSource(ActiveBreakpoint breakpoint, Target.AtSource target) {
    Path name = Path.of(target.file()).getFileName();
    if (name == null || !name.toString().equals(lines.file())) {
      throw new CannotSet(
          "the module has no debug information that leads to %s".formatted(target.file()));
    }
    List<Place> places = lines.placesOn(target.line());
    if (places.isEmpty()) {
      throw new CannotSet("no instruction stands on line " + target.line() + nextLine(target));
    }
    Set<Integer> functions = new HashSet<>();
    places.stream()
        .filter(place -> functions.add(place.function()))
        .forEach(place -> attach(breakpoint, defined(place.function()), place.offset()));
  }

  private String nextLine(Target.AtSource target) {
    return IntStream.range(target.line() + 1, target.line() + LINES_TO_LOOK_AT)
        .filter(line -> !lines.placesOn(line).isEmpty())
        .mapToObj(line -> "; the next with one is line " + line)
        .findFirst()
        .orElse("");
  }

  private void atFunction(ActiveBreakpoint breakpoint, Target.AtFunction target) {
    WasmFunction function = function(target.function());
    if (target.when() == Target.When.ENTRY) {
      atEntry(breakpoint, function);
    } else {
      Attachment attachment = probes.attach(function, ProbePoint.EXIT, breakpoint);
      breakpoint.placed(attachment::detach, new Place(function.index(), 0));
    }
  }

  private void atEntry(ActiveBreakpoint breakpoint, WasmFunction function) {
    Attachment attachment = probes.attach(function, ProbePoint.ENTRY, breakpoint);
    int start = CodeReader.ofBody(function.definition().body()).nextOffset();
    breakpoint.placed(attachment::detach, new Place(function.index(), start));
  }

  /** The function with which a thread, or the instance itself, begins. */
  private WasmFunction beginning(EventKind event) {
    if (event == EventKind.START) {
      return defined(
          instance
              .module()
              .start()
              .orElseThrow(() -> new CannotSet("the module has no start function")));
    }
    if (instance.exportedFunction(THREAD_START).orElse(null) instanceof WasmFunction start) {
      return defined(start.index());
    }
    throw new CannotSet("the module exports no function %s for threads".formatted(THREAD_START));
  }

  private void attach(ActiveBreakpoint breakpoint, WasmFunction function, int offset) {
    Probe probe = breakpoint;
    Attachment attachment = probes.attach(function, ProbePoint.at(offset), probe);
    breakpoint.placed(attachment::detach, new Place(function.index(), offset));
  }

  private WasmFunction function(IndexOrName reference) {
    return switch (reference) {
      case IndexOrName.Index(int index) -> defined(index);
      case IndexOrName.Name name -> named(name);
    };
  }

  private WasmFunction named(IndexOrName.Name name) {
    List<String> known =
        IntStream.range(0, instance.functions().size())
            .mapToObj(instance.spaces()::displayName)
            .toList();
    int index = known.indexOf(name.plain());
    if (index >= 0) {
      return defined(index);
    }
    if (instance.exportedFunction(name.plain()).orElse(null) instanceof WasmFunction exported) {
      return defined(exported.index());
    }
    String remedy =
        Nearest.to(name.plain(), known).map(near -> "; did you mean " + near + "?").orElse("");
    throw new CannotSet("there is no function called " + name.text() + remedy);
  }

  private WasmFunction defined(int index) {
    if (index >= instance.functions().size()) {
      throw new CannotSet(
          "there is no function %d; the module has %d functions"
              .formatted(index, instance.functions().size()));
    }
    FunctionInstance function = instance.function(index);
    if (function instanceof WasmFunction own && own.instance() == instance) {
      return own;
    }
    throw new CannotSet(
        "function %d, %s, is imported; use an event breakpoint \"host-call\" for it"
            .formatted(index, instance.spaces().displayName(index)));
  }
}
