/**
 * The state of running WebAssembly (specification, §4.2): stores, instances, memories, tables,
 * globals, tags, heap objects, and the linking of imports. How code is run is the gears' affair
 * (package {@code tier}); this package only asks them through {@link
 * dev.wasmscope.engine.runtime.Executor}.
 */
package dev.wasmscope.engine.runtime;
