package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.binary.Instruction;
import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Names;
import java.util.Optional;
import java.util.stream.Collectors;

/** One instruction in the manner of the text format, with names where there are some. */
final class InstructionText {

  private InstructionText() {}

  static String of(Instruction instruction, Module module, int function) {
    String operands =
        instruction.operands().stream()
            .map(operand -> text(operand, module, function))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    return (instruction.opcode().mnemonic() + " " + operands).stripTrailing();
  }

  private static String text(Operand operand, Module module, int function) {
    return switch (operand) {
      case Operand.Index(Operand.Space space, int value) ->
          name(space, value, module, function).orElse(Integer.toUnsignedString(value));
      case Operand.MemoryArgument argument -> memoryArgument(argument);
      case Operand.I32(int value) -> Integer.toString(value);
      case Operand.I64(long value) -> Long.toString(value);
      case Operand.F32(int bits) -> behindType(new Value.F32(bits));
      case Operand.F64(long bits) -> behindType(new Value.F64(bits));
      case Operand.V128(long low, long high) -> "i64x2 " + low + " " + high;
      case Operand.BlockTypeIndex(int index) -> "(type " + index + ")";
      case Operand.BlockResult(var result) -> result.map(t -> "(result " + t + ")").orElse("");
      case Operand.Labels(var labels) ->
          labels.stream().map(Integer::toUnsignedString).collect(Collectors.joining(" "));
      case Operand.Heap(var type) -> type.toString();
      case Operand.Types(var types) ->
          types.stream().map(Object::toString).collect(Collectors.joining(" "));
      case Operand.Lane(int lane) -> Integer.toString(lane);
      case Operand.Length(int length) -> Integer.toUnsignedString(length);
      case Operand.Catches(var clauses) -> clauses.size() + " catch clauses";
      case Operand.CastFlags _ -> "";
    };
  }

  private static String behindType(Value value) {
    String text = value.toString();
    return text.substring(text.indexOf(' ') + 1);
  }

  private static Optional<String> name(
      Operand.Space space, int index, Module module, int function) {
    Names names = module.names();
    Optional<String> name =
        switch (space) {
          case FUNCTION -> Optional.of(IndexSpaces.of(module).displayName(index));
          case LOCAL -> names.local(function, index);
          case GLOBAL -> names.of(Names.Space.GLOBAL, index);
          case TABLE -> names.of(Names.Space.TABLE, index);
          case TYPE -> names.of(Names.Space.TYPE, index);
          case TAG -> names.of(Names.Space.TAG, index);
          default -> Optional.empty();
        };
    return name.map(text -> "$" + text);
  }

  private static String memoryArgument(Operand.MemoryArgument argument) {
    String memory = argument.memory() == 0 ? "" : argument.memory() + " ";
    String offset =
        argument.offset() == 0 ? "" : "offset=" + Long.toUnsignedString(argument.offset()) + " ";
    return (memory + offset).stripTrailing();
  }
}
