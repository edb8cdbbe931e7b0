/**
 * Runs scripts of the specification's test suite ({@code .wast}) on a gear: name spaces of
 * definitions and instances, assertions, the host module {@code spectest}, threads.
 */
package dev.wasmscope.engine.script;
