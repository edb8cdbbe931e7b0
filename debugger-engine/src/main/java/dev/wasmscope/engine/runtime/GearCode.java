package dev.wasmscope.engine.runtime;

/** What a gear keeps with a function: its code made ready to run. Opaque to all but the gear. */
public interface GearCode {}
