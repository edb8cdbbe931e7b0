package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;

/**
 * Writes modules in the binary format (§5.5.18). Sizes and indices take their shortest form; code
 * and custom sections are written as the module holds them, so that reading the result gives an
 * equal module.
 */
public final class BinaryWriter {

  private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};

  private final Module module;
  private final boolean namesFromModule;
  private final ByteWriter out = new ByteWriter();
  private final ByteWriter contents = new ByteWriter();

  private BinaryWriter(Module module, boolean namesFromModule) {
    this.module = module;
    this.namesFromModule = namesFromModule;
  }

  /** The module with its custom sections as they are; names only where one of those holds them. */
  public static byte[] write(Module module) {
    return new BinaryWriter(module, false).write();
  }

  /** The module with a name section made of {@link Module#names}, in place of any that it has. */
  public static byte[] writeWithNames(Module module) {
    return new BinaryWriter(module, true).write();
  }

  private byte[] write() {
    for (byte b : HEADER) {
      out.u8(b);
    }
    customs(SectionId.CUSTOM);
    for (SectionCodec codec : Sections.IN_ORDER) {
      if (codec.isNeeded(module) || isAnchor(codec.id())) {
        contents.truncate(0);
        codec.write(module, contents);
        out.u8(codec.id().id()).byteVector(contents);
      }
      customs(codec.id());
    }
    if (namesFromModule && !module.names().isEmpty()) {
      contents.truncate(0);
      contents.name(NameSection.NAME);
      NameSection.write(module.names(), contents);
      out.u8(SectionId.CUSTOM.id()).byteVector(contents);
    }
    return out.toBytes();
  }

  private void customs(SectionId after) {
    for (CustomSection section : module.customs()) {
      if (section.after() == after && !isReplaced(section)) {
        contents.truncate(0);
        contents.name(section.name()).bytes(section.contents());
        out.u8(SectionId.CUSTOM.id()).byteVector(contents);
      }
    }
  }

  /** An empty section is written where a custom section stood behind it. */
  private boolean isAnchor(SectionId id) {
    return id != SectionId.START
        && id != SectionId.DATA_COUNT
        && module.customs().stream().anyMatch(section -> section.after() == id);
  }

  private boolean isReplaced(CustomSection section) {
    return namesFromModule && section.name().equals(NameSection.NAME);
  }
}
