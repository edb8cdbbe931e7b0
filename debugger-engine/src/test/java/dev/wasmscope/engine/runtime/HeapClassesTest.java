package dev.wasmscope.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.CompositeType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.SubType;
import dev.wasmscope.wasm.type.VecType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapClassesTest {

  private static final List<StorageType> ALL =
      List.of(
          PackedType.I8,
          PackedType.I16,
          NumType.I32,
          NumType.I64,
          NumType.F32,
          NumType.F64,
          VecType.V128,
          RefType.EXTERNREF);

  private final StoreTypes types = new StoreTypes();

  private int type(CompositeType composite) {
    return types.intern(SubType.of(composite));
  }

  private static StructType struct(List<StorageType> fields) {
    return new StructType(fields.stream().map(field -> new FieldType(field, true)).toList());
  }

  private static List<StorageType> cycling(int count) {
    List<StorageType> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fields.add(ALL.get(i % ALL.size()));
    }
    return fields;
  }

  @Test
  void fieldsKeepWhatFitsTheirWidth() {
    StructInstance struct = types.heap().newStruct(type(struct(ALL)));
    long nan = 0x7ff4_0000_0000_0001L;
    long[] written = {0x1ff, 0x18000, 0x1_8000_0000L, Long.MIN_VALUE, 0x7fa0_0001, nan};
    for (int i = 0; i < written.length; i++) {
      assertEquals(0, struct.bits(i));
      struct.setBits(i, written[i]);
    }
    assertEquals(-1, struct.bits(0));
    assertEquals(-0x8000, struct.bits(1));
    assertEquals(Integer.MIN_VALUE, struct.bits(2));
    assertEquals(Long.MIN_VALUE, struct.bits(3));
    assertEquals(0x7fa0_0001, struct.bits(4));
    assertEquals(nan, struct.bits(5));
    assertSame(V128.ZERO, struct.object(6));
    assertNull(struct.object(7));
    struct.setObject(7, "text");
    assertEquals("text", struct.object(7));
    assertThrows(IndexOutOfBoundsException.class, () -> struct.bits(7));
    assertThrows(IndexOutOfBoundsException.class, () -> struct.object(8));
  }

  @Test
  void aClassForVeryManyFieldsIsStillBelowThatOfItsSuperType() {
    int[] numbers =
        types.intern(
            List.of(
                new RecGroup(List.of(new SubType(false, List.of(), struct(cycling(450))))),
                new RecGroup(List.of(new SubType(true, List.of(0), struct(cycling(3000)))))));
    int small = numbers[0];
    int large = numbers[1];
    StructInstance struct = types.heap().newStruct(large);
    assertEquals(3000, struct.fieldCount());
    assertEquals(large, struct.typeNumber());
    for (int i = 0; i < 3000; i++) {
      if (i % ALL.size() < 6) {
        struct.setBits(i, i % 100);
      } else if (i % ALL.size() == 7) {
        struct.setObject(i, i);
      }
    }
    for (int i = 0; i < 3000; i++) {
      if (i % ALL.size() < 6) {
        assertEquals(i % 100, struct.bits(i));
      } else {
        assertEquals(i % ALL.size() == 7 ? i : V128.ZERO, struct.object(i));
      }
    }
    StructInstance above = types.heap().newStruct(small);
    assertTrue(above.getClass().isInstance(struct));
    assertFalse(struct.getClass().isInstance(above));
  }

  @Test
  void equalTypesHaveOneClassAndOthersHaveTheirOwn() {
    int one = type(struct(List.of(NumType.I32)));
    int same = type(struct(List.of(NumType.I32)));
    int open = types.intern(new SubType(false, List.of(), struct(List.of(NumType.I32))));
    HeapClasses heap = types.heap();
    assertSame(heap.newStruct(one).getClass(), heap.newStruct(same).getClass());
    assertNotSame(heap.newStruct(one).getClass(), heap.newStruct(open).getClass());
  }

  @Test
  void elementsKeepWhatFitsTheirWidth() {
    long[] read = {-2, -2, -2, 0x1_ffff_fffeL, -2, 0x1_ffff_fffeL};
    for (int i = 0; i < read.length; i++) {
      int number = type(new ArrayType(new FieldType(ALL.get(i), true)));
      ArrayInstance array = types.heap().newArray(number, 5);
      assertEquals(number, array.typeNumber());
      array.set(1, 0x1_ffff_fffeL, null);
      array.fill(3, 0x1_ffff_fffeL, null, 1);
      array.copy(0, array, 1, 3);
      assertEquals(read[i], array.bits(0));
      assertEquals(0, array.bits(1));
      assertEquals(read[i], array.bits(2));
      assertEquals(read[i], array.bits(3));
      assertEquals(0, array.bits(4));
      assertNull(array.object(0));
    }
  }

  @Test
  void elementsThatAreVectorsAreZeroAtFirst() {
    int number = type(new ArrayType(new FieldType(VecType.V128, true)));
    assertSame(V128.ZERO, types.heap().newArray(number, 2).object(1));
  }
}
