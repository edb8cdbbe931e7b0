/**
 * The one door for looking into running code: probes fire at places, frames are read and edited,
 * threads are paused, stepped and ended. Breakpoints, counters, tracers and samplers are clients of
 * this package; what runs the code knows none of them. Where no probe is, nothing is paid.
 */
package dev.wasmscope.engine.probe;
