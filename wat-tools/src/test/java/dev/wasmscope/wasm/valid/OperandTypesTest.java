package dev.wasmscope.wasm.valid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OperandTypesTest {

  private static final Wat WAT =
      Wat.of("(module (func (i32.const 1) (f64.const 2) (i64.const 3) drop drop drop))");

  private static List<ValType> before(int instruction) {
    Place place = WAT.parsed().map().places(0).get(instruction);
    return OperandTypes.at(WAT.context(), place);
  }

  @Test
  void typesAreThoseBeforeTheInstructionBottomToTop() {
    assertEquals(List.of(), before(0));
    assertEquals(List.of(NumType.I32, NumType.F64), before(2));
    assertEquals(List.of(NumType.I32, NumType.F64, NumType.I64), before(3));
    assertEquals(List.of(NumType.I32), before(5));
  }

  @Test
  void allPlacesAreThere() {
    assertEquals(
        WAT.parsed().map().places(0).stream().map(Place::offset).toList(),
        List.copyOf(OperandTypes.all(WAT.context(), 0).keySet()));
  }
}
