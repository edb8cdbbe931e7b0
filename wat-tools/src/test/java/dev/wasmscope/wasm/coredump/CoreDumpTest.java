package dev.wasmscope.wasm.coredump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.coredump.CoreDump.CoreFrame;
import dev.wasmscope.wasm.coredump.CoreDump.CoreInstance;
import dev.wasmscope.wasm.coredump.CoreDump.CoreThread;
import dev.wasmscope.wasm.inspect.CustomFacts;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.Global;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.NumType;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Core dumps are read as the tool conventions describe them, whatever state they are in. */
class CoreDumpTest {
  private static final CoreValue MINUS_ONE = new CoreValue.Number(NumType.I32, -1);

  private static Module image() {
    ModuleBuilder image = new ModuleBuilder();
    image.memories.add(MemoryType.of(Limits.of(1, 2)));
    ByteSlice zero = ByteSlice.of((byte) 0x41, (byte) 0, (byte) 0x0b);
    ByteSlice bytes = ByteSlice.of((byte) 1, (byte) 2, (byte) 3);
    image.data.add(new DataSegment(bytes, new SegmentMode.Active(0, zero)));
    image.globals.add(new Global(new GlobalType(NumType.I32, false), zero));
    return image.build();
  }

  private static CoreDump dump() {
    CoreFrame inner =
        new CoreFrame(
            1,
            3,
            26,
            List.of(
                MINUS_ONE,
                new CoreValue.Number(NumType.I64, Long.MIN_VALUE),
                CoreValue.MISSING,
                new CoreValue.Number(NumType.F32, 0x7fc0_0001L)),
            List.of(new CoreValue.Number(NumType.F64, Double.doubleToRawLongBits(0.1))));
    CoreFrame outer = new CoreFrame(0, 200, 0, List.of(), List.of());
    return new CoreDump(
        "main.wasm",
        List.of("main.wasm", "lib.wasm"),
        List.of(
            new CoreInstance(0, List.of(0), List.of()),
            new CoreInstance(1, List.of(0), List.of(0))),
        List.of(new CoreThread("main", List.of(inner, outer)), new CoreThread("worker", List.of())),
        image());
  }

  private static Module read(byte[] bytes) {
    return BinaryReader.readOutline(bytes, FeatureSet.DEFAULT).module();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Module file = read(CoreDumpWriter.write(dump()));
    assertTrue(CoreDumpReader.isCoreDump(file));
    assertEquals(dump(), CoreDumpReader.read(file));
    assertFalse(CoreDumpReader.isCoreDump(image()));
  }

  @Test
  void theBytesAreThoseOfTheConvention() {
    String hex = HexFormat.of().formatHex(CoreDumpWriter.write(dump()));
    assertTrue(hex.contains(hex("core") + "00" + "09" + hex("main.wasm")), hex);
    assertTrue(
        hex.contains(hex("coreinstances") + "02" + "00000100" + "00" + "00010100" + "0100"), hex);
    assertTrue(
        hex.contains(
            hex("corestack") + "0004" + hex("main") + "02" + "0001031a" + "04" + "7f7f" + "7e8080"),
        hex);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static byte[] file(String... sections) {
    StringBuilder hex = new StringBuilder("0061736d01000000");
    for (String section : sections) {
      hex.append("00%02x%s".formatted(section.length() / 2, section));
    }
    return HexFormat.of().parseHex(hex);
  }

  private static String section(String name, String contents) {
    return "%02x%s%s".formatted(name.length(), hex(name), contents);
  }

  @Test
  void dumpsWithoutInstancesHaveOne() {
    CoreDump dump =
        CoreDumpReader.read(
            read(
                file(
                    section("core", "000161"),
                    section("corestack", "000001" + "00050700" + "00"))));
    assertEquals(List.of(new CoreInstance(0, List.of(), List.of())), dump.instances());
    assertEquals(List.of("a"), dump.modules());
    assertEquals(
        List.of(new CoreFrame(0, 5, 7, List.of(), List.of())), dump.threads().getFirst().frames());
  }

  private static String refusal(String... sections) {
    Module file = read(file(sections));
    return assertThrows(DiagnosticException.class, () -> CoreDumpReader.read(file)).getMessage();
  }

  @Test
  void whatIsWrongIsNamed() {
    String stack = section("corestack", "000000");
    assertEquals(
        "unknown instance: 1 in section \"corestack\"; there are 1",
        refusal(
            section("coremodules", "010000"),
            section("coreinstances", "0100000000"),
            section("corestack", "000001" + "0001000000" + "00")));
    assertEquals(
        "unknown memory: 5 in section \"coreinstances\"; there are 0",
        refusal(section("coremodules", "010000"), section("coreinstances", "010000010500"), stack));
    assertEquals(
        "unknown module: 1 in section \"coreinstances\"; there are 1",
        refusal(section("coremodules", "010000"), section("coreinstances", "0100010000"), stack));
    assertEquals("zero byte expected: found 01", refusal(section("corestack", "010000")));
    assertTrue(
        refusal(section("corestack", "000001" + "000000" + "016f"))
            .startsWith("malformed value type"));
    assertTrue(
        refusal(section("core", "0000"), section("core", "0000"), stack).contains("one section"));
  }

  @Test
  void objdumpNamesEveryFrame() {
    Module file = read(CoreDumpWriter.write(dump()));
    assertEquals(
        List.of(
            "thread <main>",
            "#0 instance[1] func[3] +26, 4 locals, 1 operands",
            "#1 instance[0] func[200] +0, 0 locals, 0 operands"),
        CustomFacts.of(file.customs().get(3), file.customs()));
  }

  @Test
  void everyTruncationAndMutationIsReadOrRefused() {
    byte[] good = CoreDumpWriter.write(dump());
    for (int length = 0; length < good.length; length++) {
      readOrRefuse(Arrays.copyOf(good, length));
    }
    Random random = new Random(20_26);
    for (int round = 0; round < 20_000; round++) {
      byte[] bad = good.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      readOrRefuse(bad);
    }
  }

  /** Anything but a diagnostic fails the test. */
  private static void readOrRefuse(byte[] bytes) {
    try {
      Module file = read(bytes);
      file.customs().forEach(section -> CustomFacts.of(section, file.customs()));
      if (CoreDumpReader.isCoreDump(file)) {
        CoreDumpReader.read(file);
      }
    } catch (DiagnosticException refused) {
      assertFalse(refused.getMessage().isEmpty());
    }
  }
}
