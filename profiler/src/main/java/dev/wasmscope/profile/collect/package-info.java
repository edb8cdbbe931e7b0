/**
 * Recording of profiles: samplers and counters, one per file, on the engine's probes, its stop
 * handler and its one way to the host. {@link dev.wasmscope.profile.collect.Profiler} starts and
 * stops them together.
 */
package dev.wasmscope.profile.collect;
