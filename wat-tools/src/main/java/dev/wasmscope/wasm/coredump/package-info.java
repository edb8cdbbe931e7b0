/**
 * Core dumps: what a program left when it trapped, as the tool conventions describe it
 * (Coredump.md). A core dump is a file in the binary format with custom sections of its own.
 */
package dev.wasmscope.wasm.coredump;
