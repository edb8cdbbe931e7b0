package dev.wasmscope.wasm.inspect;

/**
 * How much of a module a function is.
 *
 * @param function its index
 * @param name its name, or the one it is exported under
 * @param bytes of its body
 * @param instructions in its body
 * @param calls direct calls in its body
 */
public record FunctionSize(int function, String name, int bytes, int instructions, int calls) {}
