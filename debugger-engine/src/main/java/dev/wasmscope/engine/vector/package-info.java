/**
 * The instructions on vectors as methods on Java's own vectors, {@code jdk.incubator.vector}: each
 * is called as the one of {@link dev.wasmscope.engine.numeric} that it does the work of, in a class
 * whose name ends with {@code Vectors} instead of {@code Ops}. HotSpot makes one instruction of the
 * machine, or a few, of each.
 *
 * <p>Java does not load the module by itself. {@link dev.wasmscope.engine.vector.VectorClasses} is
 * the only class here that may be named before it is loaded.
 */
package dev.wasmscope.engine.vector;
