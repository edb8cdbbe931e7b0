/**
 * Descriptors and what they stand for: standard streams, files and directories of the host below
 * the granted ones. Paths are followed component by component, so that neither {@code ..} nor a
 * symbolic link leads out of a granted directory.
 */
package dev.wasmscope.engine.wasi.file;
