package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
import java.util.Map;
import java.util.TreeMap;

/** The name section (appendix "Custom Sections"), with the extended subsections. */
final class NameSection {

  static final String NAME = "name";
  private static final int MODULE = 0;

  private NameSection() {}

  /** The names in the custom sections read; a malformed section gives a warning and what it has. */
  static Names find(SectionInput in) {
    var names = new Names.Builder();
    for (CustomSection section : in.module().customs) {
      if (section.name().equals(NAME)) {
        try {
          read(new ByteReader(section.contents()), names);
        } catch (DiagnosticException e) {
          in.warnings().add(warning(e.diagnostic()));
        }
      }
    }
    return names.build();
  }

  private static Diagnostic warning(Diagnostic error) {
    return new Diagnostic(
        error.code(),
        Severity.WARNING,
        error.span(),
        error.message() + " (in the name section)",
        "Names behind this place are not shown; the program is not affected.",
        error.related());
  }

  private static void read(ByteReader in, Names.Builder names) {
    while (!in.atEnd()) {
      int id = in.u8();
      ByteSlice contents = in.byteVector();
      subsection(id, new ByteReader(contents), names);
    }
  }

  private static void subsection(int id, ByteReader in, Names.Builder names) {
    if (id == MODULE) {
      names.module(in.name());
    }
    for (Names.Space space : Names.Space.values()) {
      if (space.subsection() == id) {
        flat(space, in, names);
      }
    }
    for (Names.NestedSpace space : Names.NestedSpace.values()) {
      if (space.subsection() == id) {
        nested(space, in, names);
      }
    }
  }

  private static void flat(Names.Space space, ByteReader in, Names.Builder names) {
    int count = in.length();
    for (int i = 0; i < count; i++) {
      names.put(space, in.u32(), in.name());
    }
  }

  private static void nested(Names.NestedSpace space, ByteReader in, Names.Builder names) {
    int owners = in.length();
    for (int i = 0; i < owners; i++) {
      int owner = in.u32();
      int count = in.length();
      for (int j = 0; j < count; j++) {
        names.put(space, owner, in.u32(), in.name());
      }
    }
  }

  /** Writes the contents of a section with {@code names}, each map sorted by index. */
  static void write(Names names, ByteWriter out) {
    var contents = new ByteWriter();
    names.module().ifPresent(name -> subsection(out, MODULE, contents.name(name)));
    for (int id = MODULE + 1; id <= lastSubsection(); id++) {
      contents.truncate(0);
      fill(names, id, contents);
      if (contents.size() > 0) {
        subsection(out, id, contents);
      }
    }
  }

  private static int lastSubsection() {
    return Names.Space.TAG.subsection();
  }

  private static void subsection(ByteWriter out, int id, ByteWriter contents) {
    out.u8(id).byteVector(contents);
  }

  private static void fill(Names names, int id, ByteWriter out) {
    names
        .flat()
        .forEach(
            (space, map) -> {
              if (space.subsection() == id) {
                nameMap(map, out);
              }
            });
    names
        .nested()
        .forEach(
            (space, owners) -> {
              if (space.subsection() == id) {
                out.u32(owners.size());
                new TreeMap<>(owners)
                    .forEach(
                        (owner, map) -> {
                          out.u32(owner);
                          nameMap(map, out);
                        });
              }
            });
  }

  private static void nameMap(Map<Integer, String> map, ByteWriter out) {
    out.u32(map.size());
    new TreeMap<>(map).forEach((index, name) -> out.u32(index).name(name));
  }
}
