/** The command palette and the quick opener: type a few letters, press Enter. */
package dev.wasmscope.app.palette;
