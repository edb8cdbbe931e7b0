/** The explorer: the files of the folder, and the outline of the module in front. */
package dev.wasmscope.app.explorer;
