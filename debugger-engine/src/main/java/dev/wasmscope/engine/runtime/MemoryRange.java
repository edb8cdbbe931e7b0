package dev.wasmscope.engine.runtime;

/**
 * A stretch of a memory.
 *
 * @param address its first byte, unsigned
 * @param length how many bytes
 */
public record MemoryRange(long address, long length) {}
