package dev.wasmscope.app.startup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lambdas that are ordinary classes do what they did before. */
class LambdaLoweringTest {

  /** Uses lambdas of all kinds. */
  public static final class Subject implements Supplier<List<?>> {

    private final List<Object> seen = new ArrayList<>();

    @Override
    public List<?> get() {
      nothingCaptured();
      captured(7, 1L << 40, 2.5, (byte) -3, "text", 'c');
      converted();
      methods();
      seen.add(new Inner().value());
      return seen;
    }

    private void nothingCaptured() {
      List<Supplier<String>> suppliers = List.of(() -> "first", () -> "second", () -> "third");
      suppliers.forEach(supplier -> seen.add(supplier.get()));
      seen.add(Stream.of(1, 2, 3).map(i -> i * i).toList());
    }

    private void captured(int i, long l, double d, byte b, String s, char c) {
      Supplier<Object> all = () -> i + l + d + b + s + c + seen.size();
      Supplier<Object> again = () -> s + b + d + l + i + c;
      seen.add(all.get());
      seen.add(again.get());
      List<Supplier<Integer>> counted = new ArrayList<>();
      for (int each : new int[] {4, 5, 6}) {
        counted.add(() -> each + i);
      }
      counted.forEach(one -> seen.add(one.get()));
    }

    private void converted() {
      Function<Integer, Long> widened = i -> (long) i;
      ToLongFunction<Integer> unboxed = Integer::intValue;
      ToDoubleFunction<Integer> wide = Integer::intValue;
      Function<Byte, Object> boxed = Byte::toUnsignedInt;
      ToIntFunction<Character> character = Character::getNumericValue;
      LongFunction<Object> text = Long::toHexString;
      DoubleUnaryOperator root = Math::sqrt;
      BiFunction<Integer, Integer, Integer> larger = Math::max;
      seen.add(widened.apply(1));
      seen.add(unboxed.applyAsLong(2));
      seen.add(wide.applyAsDouble(3));
      seen.add(boxed.apply((byte) -4));
      seen.add(character.applyAsInt('5'));
      seen.add(text.apply(-6));
      seen.add(root.applyAsDouble(7));
      seen.add(larger.apply(8, 9));
    }

    private void methods() {
      Runnable dropped = this::counted;
      dropped.run();
      Function<String, Integer> length = String::length;
      Function<List<?>, Integer> size = List::size;
      IntFunction<List<Object>> created = ArrayList::new;
      Supplier<StringBuilder> builder = StringBuilder::new;
      IntFunction<int[]> array = int[]::new;
      Function<String, Object> own = this::decorated;
      Callable<Object> failing = Subject::failing;
      seen.add(length.apply("four"));
      seen.add(size.apply(seen));
      seen.add(created.apply(10));
      seen.add(builder.get().append("built").toString());
      seen.add(array.apply(3).length);
      seen.add(own.apply("own"));
      try {
        failing.call();
      } catch (Exception e) {
        seen.add(e.getMessage());
      }
    }

    private long counted() {
      return seen.stream().filter(Integer.class::isInstance).count();
    }

    private String decorated(String text) {
      return "<" + text + ">";
    }

    private static Object failing() throws Exception {
      throw new Exception("expected");
    }

    /** Has lambdas in the same nest. */
    private static final class Inner {
      private final int field = 42;

      Object value() {
        Supplier<Integer> hidden = this::secret;
        return hidden.get();
      }

      private int secret() {
        return field;
      }
    }
  }

  /** Takes the classes of the subject from a map. */
  private static final class Lowered extends ClassLoader {
    private final Map<String, byte[]> classes;

    Lowered(Map<String, byte[]> classes) {
      super(LambdaLoweringTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] type = classes.get(name.replace('.', '/') + ".class");
      return type == null || findLoadedClass(name) != null
          ? super.loadClass(name, resolve)
          : defineClass(name, type, 0, type.length);
    }
  }

  private static final String SUBJECT = "LambdaLoweringTest$Subject";

  private static Map<String, byte[]> lowered(String... names) throws IOException {
    LambdaLowering lowering = new LambdaLowering();
    for (String name : names) {
      lowering.add(bytes(name));
    }
    return lowering.classes();
  }

  @Test
  void lambdasDoTheSame() throws Exception {
    Map<String, byte[]> classes = lowered("LambdaLoweringTest", SUBJECT, SUBJECT + "$Inner");
    Lowered loader = new Lowered(classes);
    Class<?> type = loader.loadClass(Subject.class.getName());
    assertSame(loader, type.getClassLoader());
    Supplier<?> after = (Supplier<?>) type.getDeclaredConstructor().newInstance();
    assertEquals(new Subject().get(), after.get());
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      if (each.getKey().contains("$Subject")) {
        assertEquals(0, lambdas(each.getValue()), each.getKey());
      }
    }
  }

  @Test
  void thoseOfOneShapeAreOfOneClass() throws IOException {
    long before = lambdas(bytes(SUBJECT));
    int made = lowered(SUBJECT).size() - 1;
    assertTrue(made > 5 && made < before, made + " of " + before);
  }

  /** Lambdas that are more than their interface. */
  interface Others {
    static Object serializable() {
      return (Supplier<Integer> & Serializable) () -> 1;
    }
  }

  @Test
  void aClassWithoutSuchLambdasStaysAsItIs() throws IOException {
    byte[] before = bytes("LambdaLoweringTest$Others");
    List<byte[]> after = List.copyOf(lowered("LambdaLoweringTest$Others").values());
    assertEquals(1, after.size());
    assertArrayEquals(before, after.getFirst());
  }

  private static long lambdas(byte[] classFile) {
    return ClassFile.of().parse(classFile).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(
            element ->
                element instanceof InvokeDynamicInstruction call
                    && call.bootstrapMethod().methodName().equals("metafactory"))
        .count();
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream file = LambdaLoweringTest.class.getResourceAsStream(name + ".class")) {
      return file.readAllBytes();
    }
  }
}
