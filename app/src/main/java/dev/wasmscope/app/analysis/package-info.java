/**
 * What the window knows of a document's text: its coloured tokens, its problems, and the module
 * that it assembles to. Joins wat-tools, which counts bytes, to the editor, which counts
 * characters.
 */
package dev.wasmscope.app.analysis;
