/**
 * The gear that compiles: hot functions become classes of the Java virtual machine, whose own
 * compilers do the optimising. Compiled code can be left at every call, loop header and instruction
 * that may trap, with all values at hand.
 */
package dev.wasmscope.engine.jit;
