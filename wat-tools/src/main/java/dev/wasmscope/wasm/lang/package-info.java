/**
 * Editor services for the text format without a window, one feature to a file: tokens for colours,
 * outline, hover, completion, definitions and references, renaming, folding, hints of operand
 * types, formatting. Offsets are byte offsets of the text in UTF-8.
 */
package dev.wasmscope.wasm.lang;
