/**
 * The debugger's prompt: its commands, what they print, and the program they work on. Knows a
 * terminal only as lines in and lines out, so that scripts and people use the same.
 */
package dev.wasmscope.app.cli.prompt;
