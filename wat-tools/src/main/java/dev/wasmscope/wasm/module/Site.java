package dev.wasmscope.wasm.module;

/** A point of a module that something can be said of, in text and in binary alike. */
public sealed interface Site permits Place, Definition {}
