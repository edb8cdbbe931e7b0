/** The window and the command line over one engine. */
package dev.wasmscope.app;
