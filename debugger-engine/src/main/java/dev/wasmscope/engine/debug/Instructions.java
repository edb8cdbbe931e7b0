package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.breakpoint.Placement;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.module.Place;
import java.util.ArrayList;
import java.util.List;

/** Lists the instructions of functions as breakpoints remember them. */
record Instructions(LineTable lines) {

  /** All instructions of {@code function}, in order. */
  List<Placement.Instruction> of(WasmFunction function) {
    List<Placement.Instruction> found = new ArrayList<>();
    CodeReader code = CodeReader.ofBody(function.definition().body());
    while (!code.atEnd()) {
      String mnemonic = code.next().mnemonic();
      Place place = new Place(function.index(), code.offset());
      found.add(new Placement.Instruction(code.offset(), lines.lineOf(place).orElse(0), mnemonic));
    }
    return found;
  }
}
