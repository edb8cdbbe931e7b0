/**
 * The debugger's views: call stack, locals, operands and globals edited in place, breakpoints, and
 * the banner of a trap.
 */
package dev.wasmscope.app.debugger;
