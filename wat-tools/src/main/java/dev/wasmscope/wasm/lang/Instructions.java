package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.type.ValType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** What people want to read about instructions: signature, sentence, section. */
public final class Instructions {

  private static final int LAST_CONTROL = 0x1F;
  private static final Properties SENTENCES = load();

  private Instructions() {}

  private static Properties load() {
    var sentences = new Properties();
    try (InputStream in = Instructions.class.getResourceAsStream("instructions.properties")) {
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sentences;
  }

  /** Whether the instruction decides what runs next. */
  public static boolean isControl(Opcode opcode) {
    boolean early = opcode.prefix() == 0 && opcode.number() <= LAST_CONTROL;
    boolean parametric =
        opcode == Opcode.DROP || opcode == Opcode.SELECT || opcode == Opcode.SELECT_T;
    return (early && !parametric && opcode != Opcode.NOP) || opcode.mnemonic().startsWith("br_");
  }

  /** Operands and results, as {@code [i32 i32] → [i32]}; empty where they depend on more. */
  public static String signature(Opcode opcode) {
    return switch (opcode.signature()) {
      case Signature.Fixed(var params, var results) -> arrow(list(params), list(results));
      case Signature.Constant(var type) -> arrow("", type.toString());
      case Signature.MemoryAccess(var params, var results, _) ->
          arrow(params.isEmpty() ? "address" : "address " + list(params), list(results));
      case Signature.Special _ -> "";
    };
  }

  private static String arrow(String params, String results) {
    return "[" + params + "] → [" + results + "]";
  }

  /** Types as {@code i32 i64}. */
  static String list(List<ValType> types) {
    return types.stream().map(ValType::toString).collect(Collectors.joining(" "));
  }

  /** One sentence on what the instruction does. */
  public static String sentence(Opcode opcode) {
    String word = opcode.mnemonic();
    String operation = word.substring(word.indexOf('.') + 1);
    String whole = lookUp(word);
    return (whole.isEmpty() ? lookUp(operation) : whole) + suffix(opcode, operation);
  }

  /** The entry for the longest part of the operation's name that has one. */
  private static String lookUp(String operation) {
    String key = atomicKey(operation);
    if (isNumericTruncation(key)) {
      return SENTENCES.getProperty("trunc_f");
    }
    while (!key.isEmpty()) {
      String found = SENTENCES.getProperty(key);
      if (found != null) {
        return found;
      }
      int cut = Math.max(key.lastIndexOf('_'), 0);
      key = key.substring(0, cut);
    }
    return "";
  }

  private static boolean isNumericTruncation(String key) {
    return key.startsWith("trunc_f");
  }

  /** {@code atomic.rmw8.add_u} is told as {@code rmw_add}, loads and stores without their width. */
  private static String atomicKey(String operation) {
    if (!operation.startsWith("atomic.")) {
      return operation;
    }
    if (operation.startsWith("atomic.rmw")) {
      String kind = operation.substring(operation.lastIndexOf('.') + 1);
      return "rmw_" + (kind.endsWith("_u") ? kind.substring(0, kind.length() - 2) : kind);
    }
    return operation.startsWith("atomic.load") ? "atomic.load" : "atomic.store";
  }

  private static String suffix(Opcode opcode, String operation) {
    StringBuilder suffix = new StringBuilder();
    if (operation.endsWith("_s")) {
      suffix.append(" Signed.");
    } else if (operation.endsWith("_u")) {
      suffix.append(" Unsigned.");
    }
    if (opcode.mnemonic().matches("[if][0-9]+x[0-9]+\\..*") && isLaneWise(opcode)) {
      suffix.append(" In every lane.");
    }
    return suffix.toString();
  }

  private static boolean isLaneWise(Opcode opcode) {
    return opcode.immediate() == Immediate.NONE && !opcode.mnemonic().contains("_true");
  }

  /** Where the specification speaks of the instruction. */
  public static String section(Opcode opcode) {
    return switch (opcode.prefix()) {
      case 0xFD -> "§4.6.7 vector instructions";
      case 0xFE -> "threads proposal, atomic memory instructions";
      case 0xFB -> "§4.6.4 reference and aggregate instructions";
      default -> plainSection(opcode);
    };
  }

  private static String plainSection(Opcode opcode) {
    String word = opcode.mnemonic();
    if (isControl(opcode)) {
      return "§4.6.8 control instructions";
    }
    return switch (word.substring(0, Math.max(0, word.indexOf('.')))) {
      case "local", "global" -> "§4.6.3 variable instructions";
      case "table", "elem" -> "§4.6.5 table instructions";
      case "memory", "data" -> "§4.6.6 memory instructions";
      case "ref" -> "§4.6.4 reference and aggregate instructions";
      case "i32", "i64", "f32", "f64" ->
          opcode.signature() instanceof Signature.MemoryAccess
              ? "§4.6.6 memory instructions"
              : "§4.6.1 numeric instructions";
      default -> "§4.6.2 parametric instructions";
    };
  }
}
