package dev.wasmscope.engine.runtime;

/** A host's object that is nothing but a number, as {@code (ref.extern 1)} in test scripts. */
public record HostReference(int number) {}
