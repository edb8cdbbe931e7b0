package dev.wasmscope.app;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that executes every kind of operation that the interpreter's main loop has. HotSpot
 * leaves out what it has never seen executed, and compiles the whole loop once more, up to a second
 * each time, when one of these comes after all.
 */
final class TrainingProgram {

  private static final String CONTROL =
      """
        (type $unary (func (param i32) (result i32)))
        (memory 1)
        (memory $other 1)
        (table $table 2 2 funcref)
        (elem (table $table) (i32.const 0) func $same $next)
        (elem declare func $same)
        (tag $tag (param i32))
        (global $number (mut i64) (i64.const 0))
        (global $reference (mut externref) (ref.null extern))

        (func $same (type $unary) (local.get 0))
        (func $next (type $unary) (return (i32.add (local.get 0) (i32.const 1))))
        (func $two (result i32 i64) (i32.const 1) (i64.const 0x123456789))
        (func $object (param externref) (result externref) (local.get 0))
        (func $tail (type $unary) (return_call $same (local.get 0)))
        (func $tail_table (type $unary)
          (return_call_indirect $table (type $unary) (local.get 0) (i32.const 1)))
        (func $tail_reference (type $unary)
          (return_call_ref $unary (local.get 0) (ref.func $same)))
        (func $thrower (param i32) (throw $tag (local.get 0)))

        (func $deep (param $n i32) (result i32)
          (if (result i32) (local.get $n)
            (then (i32.add (call $deep (i32.sub (local.get $n) (i32.const 1))) (i32.const 1)))
            (else (i32.const 0))))

        (func $branches (param $n i32) (result i32)
          (block $end
            (block $two (block $one (br_table $one $two $end (local.get $n)))
              nop
              (br $end))
            (if (i32.and (local.get $n) (i32.const 4)) (then (br $end)))
            (br_if $end (i32.and (local.get $n) (i32.const 8))))
          (block $kept (result i32)
            (i64.const 1)
            (br_if $kept (i32.const 5) (i32.and (local.get $n) (i32.const 1)))
            drop
            (i32.const 2)
            (br $kept (i32.const 6)))
          (i32.add (select (local.tee $n (i32.const 7)) (local.get $n) (local.get $n)))
          (i32.add (select (i32.const 1) (i32.const 2) (i32.const 0))))

        (func $calls (param $n i32)
          (local $object externref)
          (drop (drop (call $two)))
          (drop (call_indirect $table (type $unary) (local.get $n) (i32.const 0)))
          (drop (call_indirect $table (type $unary) (local.get $n) (i32.const 1)))
          (drop (call_ref $unary (local.get $n) (ref.func $same)))
          (drop (call $tail (call $tail_table (call $tail_reference (local.get $n)))))
          (local.set $object (call $object (local.tee $object (ref.null extern))))
          (global.set $number (i64.add (global.get $number) (i64.extend_i32_u (local.get $n))))
          (global.set $reference (global.get $reference))
          (drop (memory.grow (i32.const 0)))
          (memory.fill (i32.const 0) (local.get $n) (i32.const 16))
          (i64.store $other (i32.const 8) (i64.load $other (i32.const 0))))

        (func $references (param $n i32)
          (block $null (drop (br_on_null $null (ref.func $same))))
          (block $null (drop (br_on_null $null (ref.null func))))
          (block $function (result (ref func))
            (br_on_non_null $function (ref.null func))
            (br_on_non_null $function (ref.func $same))
            unreachable)
          drop
          (block $cast (result i31ref)
            (drop (br_on_cast $cast anyref i31ref (ref.null any)))
            (ref.null i31))
          drop
          (block $cast (result (ref i31))
            (drop (br_on_cast $cast anyref (ref i31) (ref.null any)))
            (ref.i31 (local.get $n)))
          drop)

        (func $exceptions (param $n i32)
          (block $outer
            (try_table (catch_all $outer)
              (block $inner (result exnref)
                (try_table (catch_all_ref $inner) (call $thrower (local.get $n)))
                unreachable)
              throw_ref)))

        (func $small (param i32) (result i32) (i32.mul (local.get 0) (i32.const 3)))

        (func $long (param $n i32)
          (loop $round
            (drop (call $small (local.get $n)))
            (br_if $round (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

        (func (export "_start")
          (local $n i32)
          (loop $round
            (call $numbers)
            (call $accesses)
            (drop (call $branches (local.get $n)))
            (call $calls (local.get $n))
            (call $references (local.get $n))
            (call $exceptions (local.get $n))
            (local.set $n (i32.add (local.get $n) (i32.const 1)))
            (br_if $round (i32.lt_u (local.get $n) (i32.const 400))))
          (drop (call $deep (i32.const 3000)))
          (call $long (i32.const 2000000)))
      """;

  private TrainingProgram() {}

  /** The program's text. */
  static String text() {
    return "(module\n"
        + CONTROL
        + function("numbers", rows(TrainingProgram::number))
        + function("accesses", rows(TrainingProgram::access))
        + ")\n";
  }

  private static String function(String name, Stream<String> instructions) {
    return instructions.collect(Collectors.joining("\n    ", "  (func $" + name + "\n    ", ")\n"));
  }

  private static Stream<String> rows(Function<Opcode, Optional<String>> text) {
    return Stream.of(Opcode.values())
        .filter(opcode -> FeatureSet.DEFAULT.has(opcode.feature()))
        .map(text)
        .flatMap(Optional::stream);
  }

  private static Optional<String> number(Opcode opcode) {
    return opcode.signature()
                instanceof Signature.Fixed(List<ValType> params, List<ValType> results)
            && !params.contains(VecType.V128)
            && !results.contains(VecType.V128)
        ? Optional.of(instruction(params, opcode, results))
        : Optional.empty();
  }

  private static Optional<String> access(Opcode opcode) {
    return opcode.signature()
                instanceof
                Signature.MemoryAccess(List<ValType> params, List<ValType> results, int _)
            && opcode.immediate() == Immediate.MEMARG
            && opcode.feature() != Feature.THREADS
        ? Optional.of("(i32.const 8) " + instruction(params, opcode, results))
        : Optional.empty();
  }

  private static String instruction(List<ValType> params, Opcode opcode, List<ValType> results) {
    return Stream.of(
            params.stream().map(TrainingProgram::one),
            Stream.of(opcode.mnemonic()),
            results.stream().map(_ -> "drop"))
        .flatMap(words -> words)
        .collect(Collectors.joining(" "));
  }

  private static String one(ValType type) {
    return type == VecType.V128 ? "(v128.const i64x2 1 1)" : "(" + type + ".const 1)";
  }
}
