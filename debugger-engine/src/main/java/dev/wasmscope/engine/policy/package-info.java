/**
 * What a program is granted: directories, environment variables, clocks, random numbers. Pure data;
 * whoever carries out host calls enforces it.
 */
package dev.wasmscope.engine.policy;
