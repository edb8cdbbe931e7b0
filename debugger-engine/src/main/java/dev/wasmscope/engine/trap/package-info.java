/**
 * Why a WebAssembly program stopped by itself: the trap and its reasons, worded as in the
 * specification. Imports nothing, so that every other package can throw and read traps.
 */
package dev.wasmscope.engine.trap;
