/**
 * The numeric semantics of WebAssembly: one pure static method per numeric instruction, shared by
 * both gears and by constant folding.
 *
 * <p>A method is found mechanically from the mnemonic {@code t.op_name}: the class is {@code t}
 * with its first letter in upper case followed by {@code Ops}, the method is {@code op_name} in
 * lower camel case. {@code i64.trunc_sat_f32_u} is {@code I64Ops.truncSatF32U(float)}. Parameters
 * are the operands in the order they were pushed, then the immediates; a comparison returns {@code
 * int} 0 or 1. There are no exceptions to the rule.
 *
 * <p>Floating-point operands travel as raw bits. Where the specification allows any NaN, the result
 * is the positive canonical NaN, so that runs are deterministic. {@code neg}, {@code abs} and
 * {@code copysign} work on the bits and keep every payload.
 */
package dev.wasmscope.engine.numeric;
