/**
 * The text format (specification, chapter 6): tokens, an error-tolerant parser that emits function
 * bodies straight in the binary format, a printer, and the map between the two, {@link
 * dev.wasmscope.wasm.text.TextMap}. Texts are bytes in UTF-8; all offsets are byte offsets.
 */
package dev.wasmscope.wasm.text;
