/** Engines on the JVM as peers of a benchmark: each executes one kernel in a process of its own. */
package dev.wasmscope.benchmark.peer;
