/**
 * Hostile input for tests: damaged files, and a judge that names the input which anything goes
 * wrong with. Shared by the tests of all modules.
 */
package dev.wasmscope.fuzz;
