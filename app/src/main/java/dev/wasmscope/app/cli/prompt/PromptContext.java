package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.ExpressionException;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.StorageType;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What all commands share.
 *
 * @param debuggee the program
 * @param code shows its text
 * @param locations finds places in it
 * @param definitions what {@code let} has named, without dollar signs
 * @param out where answers go
 */
record PromptContext(
    Debuggee debuggee,
    CodeDisplay code,
    Locations locations,
    Map<String, ExpressionValue> definitions,
    PrintStream out) {

  static PromptContext of(Module module, CodeDisplay code, Debuggee debuggee, PrintStream out) {
    return new PromptContext(debuggee, code, new Locations(module, code), new HashMap<>(), out);
  }

  /** The value of an expression in the frame that is looked at, or in a program that has ended. */
  ExpressionValue evaluate(String text) {
    try {
      return debuggee.evaluate(Expression.parse(text).with(definitions));
    } catch (ExpressionException e) {
      throw new PromptException(e.withCaret());
    }
  }

  /** A literal, or what an expression of the type gives. */
  Value value(StorageType type, String text) {
    return Debuggee.answer(debuggee.still().read(debuggee.level(), type, text, definitions));
  }

  /** A literal, or the value of an expression, as an unsigned address. */
  long address(String text) {
    if (text.matches("0x[0-9a-fA-F]{1,16}")) {
      return Long.parseUnsignedLong(text.substring(2), 16);
    } else if (text.matches("\\d{1,18}")) {
      return Long.parseLong(text);
    }
    if (evaluate(text) instanceof ExpressionValue.Int number) {
      boolean narrow = number.text().startsWith("-") && number.value() >= Integer.MIN_VALUE;
      return narrow ? number.value() & 0xffff_ffffL : number.value();
    }
    throw new PromptException("an address must be an integer: " + text);
  }

  /** A memory by index or name. */
  MemoryInstance memory(String reference) {
    List<MemoryInstance> memories = debuggee.memories();
    String name = reference.startsWith("$") ? reference.substring(1) : reference;
    OptionalInt named = debuggee.names().indexOf(Names.Space.MEMORY, name);
    int index = name.matches("\\d{1,6}") ? Integer.parseInt(name) : named.orElse(-1);
    if (index < 0 || index >= memories.size()) {
      throw new PromptException(
          "there is no memory " + reference + "; there are " + memories.size());
    }
    return memories.get(index);
  }
}
