package dev.wasmscope.app.startup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Lowered classes do what they did before, without the call sites. */
public class CallSiteLoweringTest {

  /** What switches tell apart. */
  public sealed interface Shape {
    record Point(int x, long y, float f, double d, boolean b, char c, byte e, short s)
        implements Shape {}

    record Named(String name, Shape shape) implements Shape {}

    record Nothing() implements Shape {}
  }

  /** Describes objects by switches over types. */
  public static final class Subject implements Function<Object, String> {
    @Override
    public String apply(Object object) {
      return ofAny(object) + ofShape(object) + object.hashCode() + object.equals(this);
    }

    private static String ofAny(Object object) {
      return switch (object) {
        case Integer i when i > 5 -> "large";
        case Integer _ -> "small";
        case CharSequence text when text.isEmpty() -> "empty";
        case String _ -> "text";
        case Shape.Named(String name, Shape.Point(int x, _, _, _, _, _, _, _)) -> name + x;
        default -> "other";
      };
    }

    private static String ofShape(Object object) {
      return object instanceof Shape shape
          ? switch (shape) {
            case Shape.Point _ -> "point";
            case Shape.Named _ -> "named";
            case Shape.Nothing _ -> "nothing";
          }
          : "none";
    }
  }

  /** Compares records with each other. */
  public static final class Comparison implements Function<Object, String> {

    public record Pair(Object left, double right, int last) {}

    @Override
    public String apply(Object object) {
      List<Pair> pairs =
          List.of(
              new Pair(object, 0.0, 1),
              new Pair(object, -0.0, 1),
              new Pair(object, Double.NaN, 1),
              new Pair(null, 0.0, 1),
              new Pair(object, 0.0, 2));
      List<Boolean> equal = new ArrayList<>();
      for (Pair left : pairs) {
        for (Pair right : pairs) {
          equal.add(left.equals(new Pair(right.left(), right.right(), right.last())));
        }
      }
      return equal + " " + pairs.stream().map(Pair::hashCode).toList();
    }
  }

  /** Takes the classes of this test from their files, lowered. */
  private static final class Lowered extends ClassLoader {
    private static final String PACKAGE = CallSiteLoweringTest.class.getPackageName() + ".";

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean ours =
          name.startsWith(Subject.class.getName()) || name.startsWith(Comparison.class.getName());
      return ours && findLoadedClass(name) == null ? load(name) : super.loadClass(name, resolve);
    }

    private Class<?> load(String name) throws ClassNotFoundException {
      try {
        byte[] lowered = CallSiteLowering.lower(bytes(name.substring(PACKAGE.length()) + ".class"));
        return defineClass(name, lowered, 0, lowered.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static final List<Object> OBJECTS =
      List.of(
          3,
          9,
          "",
          "words",
          new Shape.Point(1, 2, 3, 4, true, 'c', (byte) 7, (short) 8),
          new Shape.Named("n", new Shape.Nothing()),
          new Shape.Named("n", new Shape.Point(1, 2, 3, 4, true, 'c', (byte) 7, (short) 8)),
          new Shape.Nothing());

  @Test
  void switchesFindTheSameCases() throws ReflectiveOperationException {
    assertSame(new Subject());
  }

  @Test
  void recordsAreEqualAndHashAsBefore() throws ReflectiveOperationException {
    assertSame(new Comparison());
  }

  @SuppressWarnings("unchecked")
  private static void assertSame(Function<Object, String> before)
      throws ReflectiveOperationException {
    Lowered loader = new Lowered();
    Class<?> type = loader.loadClass(before.getClass().getName());
    Function<Object, String> after =
        (Function<Object, String>) type.getDeclaredConstructor().newInstance();
    assertEquals(loader, after.getClass().getClassLoader());
    for (Object object : OBJECTS) {
      assertEquals(before.apply(object), after.apply(object), object::toString);
    }
  }

  @Test
  void noneOfTheCallSitesIsLeft() throws IOException {
    assertTrue(linked(bytes("CallSiteLoweringTest$Subject.class")).contains("typeSwitch"));
    assertTrue(linked(bytes("CallSiteLoweringTest$Comparison$Pair.class")).contains("hashCode"));
    for (String name : List.of("Subject", "Comparison", "Comparison$Pair")) {
      byte[] lowered = CallSiteLowering.lower(bytes("CallSiteLoweringTest$" + name + ".class"));
      List<String> left = linked(lowered);
      left.removeAll(List.of("makeConcatWithConstants", "toString", "apply"));
      assertEquals(List.of(), left, name);
    }
  }

  /** The names of what a class calls by {@code invokedynamic}. */
  private static List<String> linked(byte[] classFile) {
    List<String> names = new ArrayList<>();
    for (var method : ClassFile.of().parse(classFile).methods()) {
      for (var element : method.code().orElseThrow()) {
        if (element instanceof InvokeDynamicInstruction call) {
          names.add(call.name().stringValue());
        }
      }
    }
    return names;
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream file = CallSiteLoweringTest.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    }
  }

  @Test
  void aClassWithoutSuchCallSitesStaysAsItIs() throws IOException {
    byte[] before = bytes("OldClass.class");
    assertArrayEquals(before, CallSiteLowering.lower(before));
  }
}
