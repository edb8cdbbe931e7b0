/**
 * A module as data (specification, §2.5): its definitions, names and custom sections. Function
 * bodies and constant expressions stay in the encoding of the binary format.
 */
package dev.wasmscope.wasm.module;
