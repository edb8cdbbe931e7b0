package dev.wasmscope.wasm.inspect;

/**
 * An instruction, or a run of local declarations, as it lies in a file.
 *
 * @param fileOffset offset in the file
 * @param offset offset in the function's body, that of its {@link dev.wasmscope.wasm.module.Place}
 * @param bytes its bytes in hexadecimal, separated by spaces
 * @param depth number of blocks around it
 * @param text in the notation of the text format
 */
public record DisassembledLine(int fileOffset, int offset, String bytes, int depth, String text) {}
