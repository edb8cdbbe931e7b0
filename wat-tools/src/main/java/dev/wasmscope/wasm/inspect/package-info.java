/**
 * What a module is made of, for people and programs: sections and their sizes, contents in words.
 */
package dev.wasmscope.wasm.inspect;
