/**
 * Valid modules by chance: from a seed and a size, always the same module, whose every export ends.
 * Instructions come from the table of instructions; bodies are made so that their types fit.
 */
package dev.wasmscope.fuzz.module;
