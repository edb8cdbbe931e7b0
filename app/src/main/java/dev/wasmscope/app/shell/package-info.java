/**
 * The window: makes the models, joins commands to them, and lays the features' views out around the
 * editor. The only package that knows them all.
 */
package dev.wasmscope.app.shell;
