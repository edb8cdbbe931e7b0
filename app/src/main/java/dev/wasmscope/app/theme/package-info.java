/**
 * Dark and light: which one is shown, the style sheets and fonts of both, and the colours that
 * canvases need because they cannot be styled.
 */
package dev.wasmscope.app.theme;
