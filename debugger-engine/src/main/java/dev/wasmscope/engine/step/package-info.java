/**
 * Instructions that are too rare to be built into a gear, as steps over slots: tables, bulk memory,
 * references, structures, arrays, atomics, strings. Both gears execute them.
 */
package dev.wasmscope.engine.step;
