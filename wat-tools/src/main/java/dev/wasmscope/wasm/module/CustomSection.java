package dev.wasmscope.wasm.module;

/**
 * A section that the specification gives no meaning (§5.5.3).
 *
 * @param name its name
 * @param contents the bytes behind the name
 * @param after the section that precedes it; {@link SectionId#CUSTOM} where it comes first
 */
public record CustomSection(String name, ByteSlice contents, SectionId after) {}
