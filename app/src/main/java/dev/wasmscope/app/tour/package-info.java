/**
 * The tour: drives the real window through its main job on the bundled samples and saves pictures
 * of it. What the README shows was made by it, so the pictures cannot lie.
 */
package dev.wasmscope.app.tour;
