/**
 * Small controls that several features draw with: icons, sections, empty states, value lists. They
 * know nothing of WebAssembly or of the session.
 */
package dev.wasmscope.app.control;
