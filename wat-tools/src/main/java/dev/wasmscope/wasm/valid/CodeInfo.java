package dev.wasmscope.wasm.valid;

/**
 * What validation knows of a function's code and execution needs.
 *
 * @param maxHeight the largest number of operands at a time, one for each value whatever its type
 * @param localCount number of parameters and locals
 * @param codeOffset offset of the first instruction in the body
 * @param branches where branches lead
 * @param handlers handlers of exceptions
 */
public record CodeInfo(
    int maxHeight, int localCount, int codeOffset, SideTable branches, HandlerTable handlers) {}
