package dev.wasmscope.engine.breakpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A file of breakpoints with all that is in it, understood or not.
 *
 * @param header the fields of the file other than the list
 * @param readable false if the bytes are no such document
 */
record BreakpointDocument(
    ObjectNode header, List<Entry> entries, List<BreakpointProblem> problems, boolean readable) {

  /**
   * An entry of the list.
   *
   * @param raw as it stands in the file, with an id if it is understood
   */
  record Entry(JsonNode raw, Optional<Breakpoint> breakpoint) {
    private boolean hasId(Set<Integer> ids) {
      return breakpoint.filter(b -> ids.contains(b.id())).isPresent();
    }
  }

  BreakpointDocument {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  static BreakpointDocument empty() {
    return new BreakpointDocument(
        JsonNodeFactory.instance.objectNode(), List.of(), List.of(), true);
  }

  LoadedBreakpoints loaded() {
    return new LoadedBreakpoints(module(), breakpoints(), problems, readable);
  }

  Set<Integer> ids() {
    return breakpoints().stream().map(Breakpoint::id).collect(Collectors.toSet());
  }

  /**
   * This document with the wishes of a program brought in.
   *
   * @param wanted the program's breakpoints
   * @param known the ids the program has seen in this file: those not wanted any more go, while
   *     entries that came in since then stay
   */
  BreakpointDocument merged(
      List<Breakpoint> wanted, Set<Integer> known, Optional<ModuleStamp> module) {
    Map<Integer, Breakpoint> byId = new HashMap<>();
    wanted.forEach(breakpoint -> byId.put(breakpoint.id(), breakpoint));
    Set<Integer> present = new HashSet<>();
    List<Entry> merged = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<Breakpoint> now = entry.breakpoint().map(b -> byId.get(b.id()));
      now.ifPresent(b -> present.add(b.id()));
      if (now.isPresent()) {
        merged.add(updated(entry, now.get()));
      } else if (!entry.hasId(known)) {
        merged.add(entry);
      }
    }
    wanted.stream()
        .filter(breakpoint -> present.add(breakpoint.id()))
        .forEach(breakpoint -> merged.add(added(breakpoint)));
    return new BreakpointDocument(header(module), merged, problems, readable);
  }

  /** The file: one line for each field of the header and for each entry, so that it diffs well. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder("{ \"version\": ").append(DocumentReader.VERSION);
    for (var field : header.properties()) {
      if (!field.getKey().equals("version")) {
        text.append(",\n  ").append(OneLine.of(StringNode.valueOf(field.getKey())));
        text.append(": ").append(OneLine.of(field.getValue()));
      }
    }
    text.append(",\n  \"breakpoints\": [");
    text.append(
        entries.stream()
            .map(entry -> "\n    " + OneLine.of(entry.raw()))
            .collect(Collectors.joining(",")));
    return text.append(" ] }\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<Breakpoint> breakpoints() {
    return entries.stream().flatMap(entry -> entry.breakpoint().stream()).toList();
  }

  private Optional<ModuleStamp> module() {
    JsonNode module = header.path("module");
    return module.path("path").isString()
        ? Optional.of(
            new ModuleStamp(module.path("path").stringValue(), module.path("sha256").asString("")))
        : Optional.empty();
  }

  private ObjectNode header(Optional<ModuleStamp> module) {
    if (module.isEmpty() || module.equals(module())) {
      return header;
    }
    ObjectNode changed = header.deepCopy();
    ObjectNode stamp = changed.putObject("module").put("path", module.get().path());
    if (!module.get().sha256().isEmpty()) {
      stamp.put("sha256", module.get().sha256());
    }
    return changed;
  }

  private static Entry updated(Entry entry, Breakpoint now) {
    return entry.breakpoint().filter(now::equals).isPresent()
        ? entry
        : new Entry(EntryWriter.write(now, entry.raw()), Optional.of(now));
  }

  private static Entry added(Breakpoint breakpoint) {
    JsonNode none = JsonNodeFactory.instance.objectNode();
    return new Entry(EntryWriter.write(breakpoint, none), Optional.of(breakpoint));
  }
}
