/**
 * The bundled sample programs: what there is, how each is run and what it must give. Reads the
 * index of the sample modules; knows neither the engine nor the window.
 */
package dev.wasmscope.app.samples;
