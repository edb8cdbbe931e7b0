/**
 * Configuration files in TOML: {@code debug}, {@code profiler}, {@code sandbox}, {@code
 * permissions}, {@code security} and the run configurations of other runtimes. One table says of
 * every key what it means here, or why it means nothing; whatever else a file says is warned about.
 */
package dev.wasmscope.app.config;
