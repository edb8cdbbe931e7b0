/**
 * A profile as immutable data: who ran (functions, frames and stacks in shared tables), when and
 * how much (samples of threads), what happened beside it (markers and counters), and the call tree
 * that is derived from it. Imports nothing but the JDK.
 */
package dev.wasmscope.profile.model;
