package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.binary.CatchClause;
import dev.wasmscope.wasm.binary.Instruction;
import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Instructions in the flat notation of the text format, names in angle brackets behind indices. */
public final class InstructionText {

  private final IndexSpaces spaces;
  private final int function;

  /**
   * @param function index of the function whose locals are named
   */
  public InstructionText(IndexSpaces spaces, int function) {
    this.spaces = spaces;
    this.function = function;
  }

  /** One line without indentation. */
  public String of(Instruction instruction) {
    String mnemonic = instruction.opcode().mnemonic();
    List<Operand> operands = instruction.operands();
    String rest =
        switch (instruction.opcode()) {
          case BR_ON_CAST, BR_ON_CAST_FAIL -> " " + cast(operands);
          case REF_TEST, REF_CAST -> " " + reference(operands, false);
          case REF_TEST_NULL, REF_CAST_NULL -> " " + reference(operands, true);
          case CALL_INDIRECT, RETURN_CALL_INDIRECT -> " " + indirect(operands);
          case I8X16_SHUFFLE -> " " + shuffle(operands);
          default ->
              operands.stream()
                  .map(operand -> of(operand, instruction.opcode()))
                  .filter(text -> !text.isEmpty())
                  .map(text -> " " + text)
                  .collect(Collectors.joining());
        };
    return mnemonic + rest;
  }

  private String of(Operand operand, Opcode opcode) {
    return switch (operand) {
      case Operand.Index index -> of(index);
      case Operand.Labels(var labels) ->
          labels.stream().map(Integer::toUnsignedString).collect(Collectors.joining(" "));
      case Operand.BlockTypeIndex(int index) -> "(type " + index + ")";
      case Operand.BlockResult(Optional<ValType> result) ->
          result.map(type -> "(result " + type + ")").orElse("");
      case Operand.Catches(var clauses) ->
          clauses.stream().map(this::of).collect(Collectors.joining(" "));
      case Operand.MemoryArgument argument -> of(argument, opcode);
      case Operand.Lane(int lane) -> Integer.toString(lane);
      case Operand.Length(int length) -> Integer.toUnsignedString(length);
      case Operand.I32(int value) -> Integer.toString(value);
      case Operand.I64(long value) -> Long.toString(value);
      case Operand.F32(int bits) -> FloatText.of(bits);
      case Operand.F64(long bits) -> FloatText.of(bits);
      case Operand.V128(long low, long high) -> vector(low, high);
      case Operand.Heap(var type) -> type.toString();
      case Operand.Types(var types) ->
          types.stream().map(ValType::toString).collect(Collectors.joining(" ", "(result ", ")"));
      case Operand.CastFlags _ -> "";
    };
  }

  private String of(Operand.Index index) {
    String number = Integer.toUnsignedString(index.value());
    return name(index).map(name -> number + " <" + name + ">").orElse(number);
  }

  private Optional<String> name(Operand.Index index) {
    int value = index.value();
    return switch (index.space()) {
      case FUNCTION ->
          value >= 0 && value < spaces.functions().size()
              ? Optional.of(spaces.displayName(value))
              : Optional.empty();
      case LOCAL -> names().local(function, value);
      case TYPE -> names().of(Names.Space.TYPE, value);
      case GLOBAL -> names().of(Names.Space.GLOBAL, value);
      case TABLE -> names().of(Names.Space.TABLE, value);
      case MEMORY -> names().of(Names.Space.MEMORY, value);
      case ELEMENT -> names().of(Names.Space.ELEMENT, value);
      case DATA -> names().of(Names.Space.DATA, value);
      case TAG -> names().of(Names.Space.TAG, value);
      case LABEL, FIELD, STRING -> Optional.empty();
    };
  }

  private Names names() {
    return spaces.module().names();
  }

  private String of(CatchClause clause) {
    String tag = clause.kind().hasTag() ? " " + clause.tag() : "";
    return "(" + clause.kind().keyword() + tag + " " + clause.label() + ")";
  }

  private static String of(Operand.MemoryArgument argument, Opcode opcode) {
    var text = new StringBuilder();
    if (argument.memory() != 0) {
      text.append(Integer.toUnsignedString(argument.memory()));
    }
    if (argument.offset() != 0) {
      text.append(" offset=").append(Long.toUnsignedString(argument.offset()));
    }
    boolean natural =
        opcode.signature() instanceof Signature.MemoryAccess access
            && access.width() == 1L << argument.alignment();
    if (!natural) {
      text.append(" align=").append(1L << argument.alignment());
    }
    return text.toString().strip();
  }

  private static String vector(long low, long high) {
    return "i64x2 0x%016x 0x%016x".formatted(low, high);
  }

  private static String shuffle(List<Operand> operands) {
    Operand.V128 lanes = (Operand.V128) operands.get(0);
    var text = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      long half = i < 8 ? lanes.low() : lanes.high();
      text.append(i > 0 ? " " : "").append(half >>> (8 * (i % 8)) & 0xFF);
    }
    return text.toString();
  }

  private static String reference(List<Operand> operands, boolean nullable) {
    return new RefType(nullable, ((Operand.Heap) operands.get(0)).type()).toString();
  }

  private String cast(List<Operand> operands) {
    var flags = (Operand.CastFlags) operands.get(0);
    var source = new RefType(flags.sourceNullable(), ((Operand.Heap) operands.get(2)).type());
    var target = new RefType(flags.targetNullable(), ((Operand.Heap) operands.get(3)).type());
    return of((Operand.Index) operands.get(1)) + " " + source + " " + target;
  }

  private String indirect(List<Operand> operands) {
    var type = (Operand.Index) operands.get(0);
    var table = (Operand.Index) operands.get(1);
    return (table.value() == 0 ? "" : of(table) + " ") + "(type " + of(type) + ")";
  }
}
