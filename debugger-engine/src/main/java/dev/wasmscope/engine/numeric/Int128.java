package dev.wasmscope.engine.numeric;

/**
 * The two results of an instruction of wide arithmetic, in the order in which they are pushed.
 *
 * @param lo the low 64 bits, pushed first
 * @param hi the high 64 bits, pushed last
 */
public record Int128(long lo, long hi) {}
