package dev.wasmscope.engine.breakpoint;

/**
 * For which module breakpoints were set; tells whether it has changed since.
 *
 * @param path as written in the file
 * @param sha256 of the module's file in hexadecimal, or empty
 */
public record ModuleStamp(String path, String sha256) {}
