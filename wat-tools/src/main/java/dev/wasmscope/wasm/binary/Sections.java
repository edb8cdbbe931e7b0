package dev.wasmscope.wasm.binary;

import java.util.List;

/** The codecs of all sections, in the order in which sections must come (§5.5.2). */
final class Sections {

  static final List<SectionCodec> IN_ORDER =
      List.of(
          new TypeSection(),
          new ImportSection(),
          new FunctionSection(),
          new TableSection(),
          new MemorySection(),
          new TagSection(),
          new StringSection(),
          new GlobalSection(),
          new ExportSection(),
          new StartSection(),
          new ElementSection(),
          new DataCountSection(),
          new CodeSection(),
          new DataSection());

  private Sections() {}

  /** The codec of the section with this byte, or null. */
  static SectionCodec of(int id) {
    for (SectionCodec codec : IN_ORDER) {
      if (codec.id().id() == id) {
        return codec;
      }
    }
    return null;
  }
}
