package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.OpcodeIndex;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import java.util.HexFormat;
import java.util.List;

/**
 * A cursor over instructions in the binary format (§5.4), driven by the table of instructions.
 * {@link #next} reads one instruction; the accessors then give its place and its immediates, as the
 * {@link dev.wasmscope.wasm.instr.Immediate} of its row says. Nothing is allocated per instruction
 * but for types that are not a single byte.
 *
 * <p>Offsets count from the start of the slice given: in a function's body they are those of {@link
 * dev.wasmscope.wasm.module.Place}. Malformed code ends in a {@link DiagnosticException} whose span
 * is in the slice's array. How instructions nest is not checked here; see {@link CodeCheck}.
 */
public final class CodeReader {

  private static final int[] NO_INTS = {};

  private final ByteReader in;
  private final int base;
  private Opcode opcode;
  private int start;

  int index;
  int index2;
  long number;
  long high;
  int alignment;
  int lane;
  ValType blockResult;
  HeapType heapType;
  HeapType heapType2;
  List<ValType> valTypes = List.of();
  int[] list = NO_INTS;
  int listSize;

  private CodeReader(ByteSlice code, int offset) {
    in = new ByteReader(code.array(), code.offset() + offset, code.end());
    base = code.offset();
  }

  /** Reads an expression, from its first instruction. */
  public static CodeReader of(ByteSlice expression) {
    return new CodeReader(expression, 0);
  }

  /** Reads from the instruction at {@code offset} of {@code code}. */
  public static CodeReader at(ByteSlice code, int offset) {
    return new CodeReader(code, offset);
  }

  /** Reads the instructions of a function's body, behind its local declarations. */
  public static CodeReader ofBody(ByteSlice body) {
    return new CodeReader(body, LocalDeclarations.read(body).codeOffset());
  }

  /** Whether all bytes have been read. */
  public boolean atEnd() {
    return in.atEnd();
  }

  /** Reads the next instruction. */
  public Opcode next() {
    start = in.position();
    int code = in.u8();
    Opcode row = OpcodeIndex.single(code);
    if (row == null) {
      row = prefixed(code);
    }
    opcode = row;
    ImmediateReader.read(row.immediate(), in, this);
    return row;
  }

  /** Goes on reading at {@code offset}, which must be that of an instruction. */
  public void seek(int offset) {
    in.seek(base + offset);
  }

  private Opcode prefixed(int prefix) {
    if (!OpcodeIndex.isPrefix(prefix)) {
      throw illegal(HexFormat.of().toHexDigits((byte) prefix));
    }
    int code = in.u32();
    Opcode row = OpcodeIndex.prefixed(prefix, code);
    if (row == null) {
      throw illegal(
          HexFormat.of().toHexDigits((byte) prefix) + " " + Integer.toUnsignedString(code, 16));
    }
    return row;
  }

  private DiagnosticException illegal(String bytes) {
    return in.named(DiagnosticCode.ILLEGAL_OPCODE, start, bytes);
  }

  /** An error at the instruction read last. */
  DiagnosticException error(DiagnosticCode rule, String detail) {
    return in.error(rule, start, detail);
  }

  /** The row of the instruction read last. */
  public Opcode opcode() {
    return opcode;
  }

  /** Where the instruction read last starts. */
  public int offset() {
    return start - base;
  }

  /** Where the instruction read last ends and the next one starts. */
  public int nextOffset() {
    return in.position() - base;
  }

  /** Bytes of the instruction read last. */
  public int length() {
    return in.position() - start;
  }

  /**
   * The first or only index: label, function, type, local, global, table, segment, memory, tag or
   * string. Unsigned. For {@code CAST} the label; for memory arguments see {@link #memory}.
   */
  public int index() {
    return index;
  }

  /** The second index, where the row has two: source, table, memory, field, length or segment. */
  public int index2() {
    return index2;
  }

  /** The constant of {@code i32.const}. */
  public int i32() {
    return (int) number;
  }

  /** The constant of {@code i64.const}. */
  public long i64() {
    return number;
  }

  /** The bits of the constant of {@code f32.const}. */
  public int f32Bits() {
    return (int) number;
  }

  /** The bits of the constant of {@code f64.const}. */
  public long f64Bits() {
    return number;
  }

  /** Lanes 0 to 7 of {@code v128.const} or of a shuffle's sixteen indices, lowest byte first. */
  public long v128Low() {
    return number;
  }

  /** Lanes 8 to 15, as {@link #v128Low}. */
  public long v128High() {
    return high;
  }

  /** Binary logarithm of a memory access's alignment. */
  public int alignment() {
    return alignment;
  }

  /** Memory of a memory access. */
  public int memory() {
    return index;
  }

  /** Constant offset of a memory access, unsigned. */
  public long memoryOffset() {
    return number;
  }

  /** The lane of a lane instruction. */
  public int lane() {
    return lane;
  }

  /** Index of a block's type, or −1 if the block has no parameters and at most one result. */
  public int blockTypeIndex() {
    return index;
  }

  /** The single result of a block without a type index, or null if it has none. */
  public ValType blockResult() {
    return blockResult;
  }

  /** Number of labels of {@code br_table}, the default label included. */
  public int labelCount() {
    return listSize;
  }

  /** Label {@code i} of {@code br_table}; the default label is the last. */
  public int label(int i) {
    return list[i];
  }

  /** Number of catch clauses of {@code try_table}. */
  public int catchCount() {
    return listSize / CatchClause.INTS;
  }

  /** Catch clause {@code i} of {@code try_table}. */
  public CatchClause catchClause(int i) {
    int at = i * CatchClause.INTS;
    return new CatchClause(CatchClause.Kind.of(list[at]), list[at + 1], list[at + 2]);
  }

  /** The heap type of a reference instruction; of {@code CAST} that of the source. */
  public HeapType heapType() {
    return heapType;
  }

  /** The reference type that a branching cast starts from. */
  public RefType castSource() {
    return new RefType((lane & 1) != 0, heapType);
  }

  /** The reference type that a branching cast tests for. */
  public RefType castTarget() {
    return new RefType((lane & 2) != 0, heapType2);
  }

  /** The types of {@code select} with types. */
  public List<ValType> valTypes() {
    return valTypes;
  }
}
