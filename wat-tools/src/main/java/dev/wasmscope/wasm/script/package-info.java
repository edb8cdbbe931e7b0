/**
 * Scripts of the test suite ({@code .wast}) as data: modules, actions and assertions, each with its
 * place. Running one is an engine's matter.
 */
package dev.wasmscope.wasm.script;
