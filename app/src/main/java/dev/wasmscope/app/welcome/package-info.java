/** The welcome page: bundled samples, recent files, and how to begin. */
package dev.wasmscope.app.welcome;
