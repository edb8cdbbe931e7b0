/**
 * The command line: one class per command over the same engine as the window. No JavaFX class is
 * loaded for any of them; what opens a window goes through {@link
 * dev.wasmscope.app.cli.WindowLauncher}.
 */
package dev.wasmscope.app.cli;
