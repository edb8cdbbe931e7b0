/**
 * The first gear: an interpreter with its frames on the heap, which can stop before any instruction
 * with everything in place. A function's code is decoded at its first call into an array of
 * integers that always knows the offsets of the body it came from.
 */
package dev.wasmscope.engine.interp;
