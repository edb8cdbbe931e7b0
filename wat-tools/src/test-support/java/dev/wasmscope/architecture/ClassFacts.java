package dev.wasmscope.architecture;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the rules need to know of one compiled class.
 *
 * @param name the binary name with dots, e.g. {@code dev.wasmscope.wasm.source.Span}
 * @param references binary names of all classes it mentions, in code, signatures and annotations
 * @param methods its methods with code and the length of that code in bytes
 */
public record ClassFacts(String name, Set<String> references, List<MethodSize> methods) {
  /** Descriptors and generic signatures; dots inside a nested type's signature are left out. */
  private static final Pattern TYPE_IN_DESCRIPTOR = Pattern.compile("L((?:[\\w$]+/)+[\\w$]+)[;<]");

  /** A method and the bytes of bytecode in its body. */
  public record MethodSize(String method, int codeLength) {}

  /** Reads a class file; the result mentions the class itself as little as its superclass does. */
  public static ClassFacts read(byte[] classFile) {
    ClassModel model = ClassFile.of().parse(classFile);
    String name = dotted(model.thisClass().asInternalName());
    Set<String> references = new TreeSet<>();
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> addClassEntry(type.asInternalName(), references);
        case Utf8Entry text -> addDescriptorTypes(text.stringValue(), references);
        default -> {}
      }
    }
    references.remove(name);
    return new ClassFacts(name, references, methodSizes(model));
  }

  /** The package's name, empty for the unnamed package and for {@code module-info}. */
  public String packageName() {
    return packageOf(name);
  }

  /** The package of a binary class name. */
  static String packageOf(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }

  /** The simple name of the top-level class this one is or lies in. */
  public String outermostSimpleName() {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    int dollar = simple.indexOf('$');
    return dollar < 0 ? simple : simple.substring(0, dollar);
  }

  private static List<MethodSize> methodSizes(ClassModel model) {
    return model.methods().stream()
        .flatMap(
            method ->
                method.findAttribute(Attributes.code()).stream()
                    .map(
                        code ->
                            new MethodSize(method.methodName().stringValue(), code.codeLength())))
        .toList();
  }

  private static void addClassEntry(String internalName, Set<String> references) {
    if (internalName.startsWith("[")) {
      addDescriptorTypes(internalName, references);
    } else {
      references.add(dotted(internalName));
    }
  }

  private static void addDescriptorTypes(String text, Set<String> references) {
    Matcher matcher = TYPE_IN_DESCRIPTOR.matcher(text);
    while (matcher.find()) {
      references.add(dotted(matcher.group(1)));
    }
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }
}
