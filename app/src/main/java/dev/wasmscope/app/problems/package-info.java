/** The problems panel: what is wrong with the open documents, a click away from its place. */
package dev.wasmscope.app.problems;
