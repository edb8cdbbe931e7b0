/** WebAssembly as a document: everything that can be said about a module without running it. */
package dev.wasmscope.wasm;
