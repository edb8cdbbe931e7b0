/** WebAssembly running: stores, instances, the gears and the debug session. */
package dev.wasmscope.engine;
