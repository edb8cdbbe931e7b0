/**
 * A profile as rows and numbers, ready to be drawn by a window or a page that knows nothing of
 * profiles: flame layouts, tables, sandwich, search and differences. Nothing here draws.
 */
package dev.wasmscope.profile.view;
