/** The sheet on which the features that a file may use are chosen. */
package dev.wasmscope.app.features;
