/** What is known of the text or source that code was made from. */
package dev.wasmscope.engine.debuginfo;
