/**
 * From a file to a program that can run: reading, checking, linking, granting. Shared by the
 * command line and the window; knows neither.
 */
package dev.wasmscope.app.program;
