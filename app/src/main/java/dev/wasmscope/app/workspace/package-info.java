/**
 * The files of the window: open documents with their text and whether it is saved, which one is in
 * front, the folder shown in the explorer, and reading and atomic writing.
 */
package dev.wasmscope.app.workspace;
