/** The threads of a halted program: what each does, and whose frames are looked at. */
package dev.wasmscope.app.threads;
