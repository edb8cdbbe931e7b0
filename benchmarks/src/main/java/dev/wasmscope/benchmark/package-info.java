/** Benchmarks beside other engines: kernels, races between peers, tables. */
package dev.wasmscope.benchmark;
