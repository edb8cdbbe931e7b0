/**
 * Debugging: a session runs a program on a thread of its own, stops it, steps it, shows it as
 * immutable snapshots and changes it. A client of probes; knows no gear.
 */
package dev.wasmscope.engine.debug;
