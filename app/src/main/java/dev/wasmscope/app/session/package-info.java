/**
 * The run that the whole window looks at: its state, where it stands, what its values are, its
 * breakpoints and its output. Debugger, memory, console, editor and profile views share it and know
 * nothing of each other.
 */
package dev.wasmscope.app.session;
