/**
 * Breakpoints as data, and their file: what the window, the command line and a person with an
 * editor share. Reading repairs what it can, says so, and never loses what it does not understand;
 * nothing here knows whether a breakpoint can be placed in a running program.
 */
package dev.wasmscope.engine.breakpoint;
