package dev.wasmscope.wasm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Function;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.SubType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the table survives: encode, decode, print, parse, encode. */
class OpcodeTextTest {

  @ParameterizedTest
  @EnumSource(Opcode.class)
  void everyRowSurvivesPrintingAndParsing(Opcode opcode) {
    byte[] binary = BinaryWriter.write(module(opcode));
    Module read = BinaryReader.read(binary, FeatureSet.ALL).module();
    for (PrintOptions options : List.of(PrintOptions.FLAT, PrintOptions.FOLDED)) {
      PrintedModule printed = WatPrinter.print(read, options);
      ParsedModule parsed = WatParser.parse(printed.text(), FeatureSet.ALL);
      String text = new String(printed.text().toBytes(), StandardCharsets.UTF_8);

      assertEquals(List.of(), parsed.diagnostics(), text);
      assertTrue(text.contains(opcode.mnemonic()) || options.folded(), text);
      assertEquals(ByteSlice.of(binary), ByteSlice.of(BinaryWriter.write(parsed.module())), text);
    }
  }

  private static Module module(Opcode opcode) {
    var builder = new ModuleBuilder().hasDataCount(true);
    builder.types.add(new RecGroup(List.of(SubType.of(FuncType.EMPTY))));
    builder.functions.add(new Function(0, body(opcode).toSlice()));
    if (opcode.immediate() == Immediate.STRING) {
      builder.strings.add(ByteSlice.of((byte) 'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80));
    }
    return builder.build();
  }

  private static ByteWriter body(Opcode opcode) {
    var body = new ByteWriter();
    body.u8(0);
    switch (opcode) {
      case ELSE -> block(body, Opcode.IF, Opcode.ELSE);
      case CATCH, CATCH_ALL -> block(body, Opcode.TRY, opcode);
      case DELEGATE -> {
        write(body, Opcode.TRY);
        write(body, Opcode.DELEGATE);
      }
      case END -> block(body, Opcode.BLOCK, Opcode.NOP);
      case BLOCK, LOOP, IF, TRY, TRY_TABLE -> block(body, opcode, Opcode.NOP);
      default -> write(body, opcode);
    }
    write(body, Opcode.END);
    return body;
  }

  private static void block(ByteWriter body, Opcode opener, Opcode inside) {
    write(body, opener);
    write(body, inside);
    write(body, Opcode.END);
  }

  private static void write(ByteWriter body, Opcode opcode) {
    if (opcode.prefix() == 0) {
      body.u8(opcode.number());
    } else {
      body.u8(opcode.prefix());
      body.u32(opcode.number());
    }
    immediates(body, opcode);
  }

  /** Immediates that differ from what is left out by default, as far as the text can say it. */
  private static void immediates(ByteWriter body, Opcode opcode) {
    switch (opcode.immediate()) {
      case NONE -> {}
      case BLOCK_TYPE -> body.u8(0x40);
      case LABEL, STRING, ZERO_BYTE -> body.u8(0);
      case LABEL_TABLE -> bytes(body, 2, 3, 4, 0);
      case FUNCTION, TYPE, LOCAL, GLOBAL, TABLE, ELEM, MEMORY, DATA, TAG -> body.u32(300);
      case TYPE_TABLE, TABLE_TABLE, ELEM_TABLE, MEMORY_MEMORY, DATA_MEMORY -> bytes(body, 0, 5);
      case TYPE_FIELD, TYPE_LENGTH, TYPE_DATA, TYPE_ELEM, TYPE_TYPE -> bytes(body, 6, 7);
      case MEMARG, MEMARG_LANE -> {
        int width = ((Signature.MemoryAccess) opcode.signature()).width();
        int log2 = Integer.numberOfTrailingZeros(width) + 1;
        body.u8(0x40 | log2);
        body.u32(9);
        body.u64(-1L);
        if (opcode.immediate() == Immediate.MEMARG_LANE) {
          body.u8(3);
        }
      }
      case LANE -> body.u8(255);
      case LANES16 -> bytes(body, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 200);
      case CONST_I32 -> body.signed(Integer.MIN_VALUE);
      case CONST_I64 -> body.signed(Long.MIN_VALUE);
      case CONST_F32 -> body.i32(0xFF80_0001);
      case CONST_F64 -> body.i64(0xFFF0_0000_0000_0001L);
      case CONST_V128 -> {
        body.i64(0x0123_4567_89AB_CDEFL);
        body.i64(0xFEDC_BA98_7654_3210L);
      }
      case HEAP_TYPE -> body.u8(0x6E);
      case VAL_TYPES -> bytes(body, 2, 0x7F, 0x63, 4);
      case CAST -> bytes(body, 1, 0, 0x6E, 0x6B);
      case BLOCK_CATCHES -> bytes(body, 0x7F, 4, 0, 1, 0, 1, 2, 0, 2, 0, 3, 0);
    }
  }

  private static void bytes(ByteWriter body, int... bytes) {
    for (int b : bytes) {
      body.u8(b);
    }
  }

  @ParameterizedTest
  @EnumSource(Opcode.class)
  void theBodyHoldsTheRow(Opcode opcode) {
    CodeReader code = CodeReader.ofBody(body(opcode).toSlice());
    boolean found = false;
    while (!code.atEnd()) {
      found |= code.next() == opcode;
    }
    assertTrue(found);
  }
}
