/** The console: what the program wrote, and a field for what it reads. */
package dev.wasmscope.app.console;
