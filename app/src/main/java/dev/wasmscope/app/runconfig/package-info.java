/**
 * The editor of a run configuration: what is called, with what, and what the program is granted.
 */
package dev.wasmscope.app.runconfig;
