/**
 * The guard rails of the house: rules over compiled classes that every module's {@code
 * ArchitectureTest} applies to its own. The source is compiled into the tests of each module.
 */
package dev.wasmscope.architecture;
