/**
 * Measures real modules and prints the tables of {@code docs/real-modules.md}: programs to be run
 * by {@code installers/real-modules.sh}, and the tests of their logic.
 */
package dev.wasmscope.app.modules;
