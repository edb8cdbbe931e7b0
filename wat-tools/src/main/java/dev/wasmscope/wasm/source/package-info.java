/**
 * What every stage says about an input: places in it ({@link dev.wasmscope.wasm.source.Span}),
 * lines ({@link dev.wasmscope.wasm.source.LineIndex}) and what is wrong there ({@link
 * dev.wasmscope.wasm.source.Diagnostic}). Inputs are bytes; all offsets are byte offsets.
 */
package dev.wasmscope.wasm.source;
