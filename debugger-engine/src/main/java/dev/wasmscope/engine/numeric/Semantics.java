package dev.wasmscope.engine.numeric;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the method of a numeric instruction by its mnemonic, by the rule in the description of this
 * package. What dispatches, compiles or checks derives from here, so no second list exists.
 */
public final class Semantics {
  private static final Map<String, Map<String, Method>> METHODS =
      Stream.of(
              I32Ops.class,
              I64Ops.class,
              F32Ops.class,
              F64Ops.class,
              V128Ops.class,
              I8x16Ops.class,
              I16x8Ops.class,
              I32x4Ops.class,
              I64x2Ops.class,
              F32x4Ops.class,
              F64x2Ops.class)
          .collect(Collectors.toMap(Class::getSimpleName, Semantics::publicMethods));

  private Semantics() {}

  /**
   * The method of an instruction, e.g. {@code I64Ops.truncSatF32U} of {@code i64.trunc_sat_f32_u}.
   */
  public static Optional<Method> method(String mnemonic) {
    int dot = mnemonic.indexOf('.');
    if (dot <= 0) {
      return Optional.empty();
    }
    String owner = capitalized(mnemonic.substring(0, dot)) + "Ops";
    String name = lowerCamelCase(mnemonic.substring(dot + 1));
    return Optional.ofNullable(METHODS.getOrDefault(owner, Map.of()).get(name));
  }

  /** All methods of instructions, in no particular order. */
  static List<Method> methods() {
    return METHODS.values().stream().flatMap(methods -> methods.values().stream()).toList();
  }

  private static Map<String, Method> publicMethods(Class<?> owner) {
    return Stream.of(owner.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .collect(Collectors.toMap(Method::getName, Function.identity()));
  }

  private static String lowerCamelCase(String operation) {
    String[] words = operation.split("_");
    return Stream.of(words)
        .skip(1)
        .map(Semantics::capitalized)
        .collect(Collectors.joining("", words[0], ""));
  }

  private static String capitalized(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
