/**
 * The memory view: hexadecimal, characters and typed values of a linear memory up to 4 GiB, written
 * in place, with what changed since the last stops marked and fading.
 */
package dev.wasmscope.app.memory;
