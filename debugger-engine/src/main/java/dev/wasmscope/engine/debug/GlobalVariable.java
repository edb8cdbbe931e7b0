package dev.wasmscope.engine.debug;

/** A global at a stop; only a mutable one can be changed. */
public record GlobalVariable(Variable variable, boolean mutable) {}
