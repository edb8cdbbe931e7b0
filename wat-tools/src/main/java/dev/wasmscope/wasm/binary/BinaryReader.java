package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.Function;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.Locale;

/**
 * Reads modules in the binary format (§5.5.18). Sizes that the input claims are believed only as
 * far as it has bytes; a malformed input ends in a {@link DiagnosticException} with the place in
 * the file.
 */
public final class BinaryReader {

  private static final int MAGIC = 0x6D73_6100;
  private static final int VERSION = 1;

  private final SectionInput in;

  private BinaryReader(byte[] file, FeatureSet features, boolean checksCode) {
    in = new SectionInput(file, features, checksCode);
  }

  /**
   * Reads a module and checks that all of its code is well formed.
   *
   * @param file the whole file, which must not change afterwards: the module shares it
   */
  public static BinaryModule read(byte[] file, FeatureSet features) {
    return new BinaryReader(file, features, true).module();
  }

  /** Reads a module without looking into its functions' bodies: its outline, at once. */
  public static BinaryModule readOutline(byte[] file, FeatureSet features) {
    return new BinaryReader(file, features, false).module();
  }

  /**
   * Checks that the bodies of a module's functions are well formed.
   *
   * @throws DiagnosticException at the first that is not
   */
  public static void checkBodies(Module module) {
    for (Function function : module.functions()) {
      CodeCheck.body(function.body(), module.hasDataCount());
    }
  }

  private BinaryModule module() {
    header();
    while (!in.bytes().atEnd()) {
      section();
    }
    compareSections();
    Module module = in.module().names(NameSection.find(in)).build();
    var spans = new BinarySpans(in.spans(), module, in.bytes().limit());
    return new BinaryModule(module, spans, in.warnings());
  }

  private void header() {
    if (in.bytes().i32() != MAGIC) {
      throw in.bytes().error(DiagnosticCode.MAGIC_HEADER, 0, "this is no WebAssembly binary");
    }
    int version = in.bytes().i32();
    if (version != VERSION) {
      throw in.bytes()
          .error(
              DiagnosticCode.BINARY_VERSION,
              Integer.BYTES,
              "expected 1, found " + Integer.toUnsignedString(version));
    }
  }

  private void section() {
    ByteReader bytes = in.bytes();
    int start = bytes.position();
    int id = bytes.u8();
    SectionCodec codec = id == 0 ? null : Sections.of(id);
    if (id != 0 && (codec == null || !isKnown(codec.id()))) {
      throw bytes.error(DiagnosticCode.SECTION_ID, start, "found " + id);
    }
    if (codec != null && codec.id().compareTo(in.last()) <= 0) {
      throw bytes.error(
          DiagnosticCode.SECTION_ORDER,
          start,
          "section " + title(codec.id()) + " cannot follow " + title(in.last()));
    }
    int size = bytes.length();
    int contents = bytes.position();
    if (codec == null) {
      custom(size);
    } else {
      codec.read(in);
      in.last(codec.id());
    }
    if (bytes.position() != contents + size) {
      throw bytes.error(
          DiagnosticCode.SECTION_SIZE,
          contents,
          "the section says "
              + size
              + " bytes, its contents take "
              + (bytes.position() - contents));
    }
  }

  private boolean isKnown(SectionId id) {
    return id != SectionId.STRING || in.features().has(Feature.STRINGREF);
  }

  private void custom(int size) {
    ByteReader bytes = in.bytes();
    int start = bytes.position();
    String name = bytes.name();
    int left = size - (bytes.position() - start);
    in.module().customs.add(new CustomSection(name, bytes.slice(left), in.last()));
  }

  private void compareSections() {
    int types = in.functionTypes().size();
    int bodies = in.module().functions.size();
    if (types != bodies) {
      throw in.bytes()
          .error(
              DiagnosticCode.CODE_COUNT,
              in.bytes().position(),
              types + " functions, " + bodies + " bodies");
    }
    int segments = in.module().data.size();
    int announced = in.dataCount().orElse(segments);
    if (announced != segments) {
      throw in.bytes()
          .error(
              DiagnosticCode.DATA_COUNT,
              in.bytes().position(),
              Integer.toUnsignedString(announced) + " announced, " + segments + " found");
    }
  }

  /** The name under which errors speak of a section. */
  private static String title(SectionId id) {
    return id.name().toLowerCase(Locale.ROOT);
  }
}
