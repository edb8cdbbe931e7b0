package dev.wasmscope.engine.vector;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Makes of {@link Lanes} a class that calls what HotSpot knows by itself, {@code VectorSupport} in
 * {@link #SUPPORT_PACKAGE}, at once. Through the methods that anybody may call, one look at a
 * vector is twenty calls deep, and HotSpot gives up inlining in a function with a few of them.
 * Until it compiles, {@code VectorSupport} calls what it is given for that.
 */
final class LanesAssembler {

  static final String SUPPORT_PACKAGE = "jdk.internal.vm.vector";

  private static final ClassDesc SUPPORT = ClassDesc.of(SUPPORT_PACKAGE, "VectorSupport");
  private static final ClassDesc PAYLOAD = SUPPORT.nested("VectorPayload");
  private static final ClassDesc SPECIES_HERE = SUPPORT.nested("VectorSpecies");
  private static final ClassDesc CONVERT = SUPPORT.nested("VectorConvertOp");
  private static final ClassDesc LOAD = SUPPORT.nested("LoadOperation");
  private static final ClassDesc STORE = SUPPORT.nested("StoreVectorOperation");
  private static final ClassDesc SPECIES = vector("VectorSpecies");
  // By their names: to name the classes themselves would load them, and not where they belong.
  private static final String PACKAGE = LanesAssembler.class.getPackageName();
  private static final ClassDesc SELF = ClassDesc.of(PACKAGE, "Lanes");
  private static final ClassDesc PLAIN = ClassDesc.of(PACKAGE, "PlainLanes");

  /** {@code VectorSupport.VECTOR_OP_REINTERPRET}. */
  private static final int REINTERPRET = 19;

  private static final int PUBLIC_STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
  private static final int CONSTANT =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL;

  private static final DirectMethodHandleDesc LAMBDA =
      ConstantDescs.ofCallsiteBootstrap(
          ClassDesc.of("java.lang.invoke.LambdaMetafactory"),
          "metafactory",
          ClassDesc.of("java.lang.invoke.CallSite"),
          ConstantDescs.CD_MethodType,
          ConstantDescs.CD_MethodHandle,
          ConstantDescs.CD_MethodType);

  /** Vectors of a kind of lanes. */
  private record Lane(String name, String box, int count) {

    ClassDesc vector() {
      return LanesAssembler.vector(box.equals("Integer") ? "IntVector" : box + "Vector");
    }

    /** Pushes their class, the type of a lane, and the number of lanes. */
    void load(CodeBuilder code) {
      code.getstatic(SELF, name, CD_Class)
          .getstatic(ClassDesc.of("java.lang." + box), "TYPE", CD_Class)
          .loadConstant(count);
    }

    /** Pushes their species. */
    void loadSpecies(CodeBuilder code) {
      code.getstatic(vector(), "SPECIES_128", SPECIES).checkcast(SPECIES_HERE);
    }

    /**
     * Pushes the vector in a Java variable: HotSpot must know its very class, and that it is one.
     */
    void loadVector(CodeBuilder code, int variable) {
      code.getstatic(SELF, name, CD_Class)
          .aload(variable)
          .invokevirtual(CD_Class, "cast", MethodTypeDesc.of(CD_Object, CD_Object))
          .checkcast(PAYLOAD)
          .dup()
          .invokevirtual(CD_Object, "getClass", MethodTypeDesc.of(CD_Class))
          .pop();
    }
  }

  private static final Lane BYTES = new Lane("bytes", "Byte", 16);
  private static final List<Lane> OTHERS =
      List.of(
          new Lane("shorts", "Short", 8),
          new Lane("ints", "Integer", 4),
          new Lane("longs", "Long", 2),
          new Lane("floats", "Float", 4),
          new Lane("doubles", "Double", 2));

  private LanesAssembler() {}

  private static ClassDesc vector(String name) {
    return ClassDesc.of("jdk.incubator.vector", name);
  }

  static byte[] assemble() {
    return ClassFile.of().build(SELF, LanesAssembler::assemble);
  }

  private static void assemble(ClassBuilder type) {
    type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
    type.withField("load", LOAD, CONSTANT).withField("store", STORE, CONSTANT);
    type.withField("convert_bytes", CONVERT, CONSTANT).withField("bytes", CD_Class, CONSTANT);
    for (Lane other : OTHERS) {
      type.withField("convert_" + other.name, CONVERT, CONSTANT);
      type.withField(other.name, CD_Class, CONSTANT);
      withConversion(type, BYTES, other);
      withConversion(type, other, BYTES);
    }
    type.withMethodBody(
        "load", MethodTypeDesc.of(BYTES.vector(), CD_long), PUBLIC_STATIC, LanesAssembler::load);
    type.withMethodBody(
        "store",
        MethodTypeDesc.of(CD_void, CD_long, BYTES.vector()),
        PUBLIC_STATIC,
        LanesAssembler::store);
    type.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME,
        ConstantDescs.MTD_void,
        ClassFile.ACC_STATIC,
        LanesAssembler::initialise);
  }

  private static void withConversion(ClassBuilder type, Lane from, Lane to) {
    type.withMethodBody(
        to.name,
        MethodTypeDesc.of(to.vector(), from.vector()),
        PUBLIC_STATIC,
        code -> {
          code.loadConstant(REINTERPRET);
          from.load(code);
          to.load(code);
          from.loadVector(code, 0);
          to.loadSpecies(code);
          code.getstatic(SELF, "convert_" + to.name, CONVERT)
              .invokestatic(
                  SUPPORT,
                  "convert",
                  MethodTypeDesc.of(
                      PAYLOAD,
                      CD_int,
                      CD_Class,
                      CD_Class,
                      CD_int,
                      CD_Class,
                      CD_Class,
                      CD_int,
                      PAYLOAD,
                      SPECIES_HERE,
                      CONVERT))
              .checkcast(to.vector())
              .areturn();
        });
  }

  /** The address is that of a memory: no object, and also the index for whoever has to do it. */
  private static void load(CodeBuilder code) {
    BYTES.load(code);
    code.aconst_null().lload(0).iconst_1().aconst_null().lload(0);
    BYTES.loadSpecies(code);
    code.getstatic(SELF, "load", LOAD)
        .invokestatic(
            SUPPORT,
            "load",
            MethodTypeDesc.of(
                PAYLOAD,
                CD_Class,
                CD_Class,
                CD_int,
                CD_Object,
                CD_long,
                CD_boolean,
                CD_Object,
                CD_long,
                SPECIES_HERE,
                LOAD))
        .checkcast(BYTES.vector())
        .areturn();
  }

  private static void store(CodeBuilder code) {
    BYTES.load(code);
    code.aconst_null().lload(0).iconst_1();
    BYTES.loadVector(code, 2);
    code.aconst_null()
        .lload(0)
        .getstatic(SELF, "store", STORE)
        .invokestatic(
            SUPPORT,
            "store",
            MethodTypeDesc.of(
                CD_void,
                CD_Class,
                CD_Class,
                CD_int,
                CD_Object,
                CD_long,
                CD_boolean,
                PAYLOAD,
                CD_Object,
                CD_long,
                STORE))
        .return_();
  }

  private static void initialise(CodeBuilder code) {
    initialise(code, BYTES);
    OTHERS.forEach(lane -> initialise(code, lane));
    MethodTypeDesc load = MethodTypeDesc.of(PAYLOAD, CD_Object, CD_long, SPECIES_HERE);
    MethodTypeDesc plainLoad = MethodTypeDesc.of(BYTES.vector(), CD_Object, CD_long, CD_Object);
    lambda(code, LOAD, "load", load, "load", plainLoad);
    code.putstatic(SELF, "load", LOAD);
    MethodTypeDesc store = MethodTypeDesc.of(CD_void, CD_Object, CD_long, PAYLOAD);
    MethodTypeDesc plainStore = MethodTypeDesc.of(CD_void, CD_Object, CD_long, CD_Object);
    lambda(code, STORE, "store", store, "store", plainStore);
    code.putstatic(SELF, "store", STORE).return_();
  }

  /** A vector is made so that HotSpot finds the class initialised. */
  private static void initialise(CodeBuilder code, Lane lane) {
    code.getstatic(lane.vector(), "SPECIES_128", SPECIES)
        .invokestatic(lane.vector(), "zero", MethodTypeDesc.of(lane.vector(), SPECIES))
        .invokevirtual(CD_Object, "getClass", MethodTypeDesc.of(CD_Class))
        .putstatic(SELF, lane.name, CD_Class);
    MethodTypeDesc convert = MethodTypeDesc.of(PAYLOAD, PAYLOAD, SPECIES_HERE);
    MethodTypeDesc plain = MethodTypeDesc.of(lane.vector(), CD_Object, CD_Object);
    lambda(code, CONVERT, "apply", convert, lane.name, plain);
    code.putstatic(SELF, "convert_" + lane.name, CONVERT);
  }

  /** Pushes an object whose only method is one of {@link PlainLanes}. */
  private static void lambda(
      CodeBuilder code,
      ClassDesc type,
      String name,
      MethodTypeDesc erased,
      String plain,
      MethodTypeDesc plainType) {
    code.invokedynamic(
        DynamicCallSiteDesc.of(
            LAMBDA,
            name,
            MethodTypeDesc.of(type),
            erased,
            MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, PLAIN, plain, plainType),
            erased));
  }
}
