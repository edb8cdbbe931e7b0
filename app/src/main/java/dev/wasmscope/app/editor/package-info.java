/**
 * The source editor: highlighting, squiggles, the breakpoint gutter, the execution arrow, find and
 * replace. {@link dev.wasmscope.app.editor.EditorModel} is one document's editing state without a
 * window.
 */
package dev.wasmscope.app.editor;
