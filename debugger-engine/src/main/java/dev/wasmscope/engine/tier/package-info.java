/** What a gear, a way of executing code, must offer to the engine. */
package dev.wasmscope.engine.tier;
